import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { turnInto } from '@/components/desk/body-editor/turn-into';

type Dispatch = ((tr: Transaction) => void) | undefined;

/** The subhead around the cursor, with the position before it and the line the cursor is in. */
function subheadAt(state: EditorState): { node: DocumentNode; before: number; line: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'subhead') return { node, before: $from.before(depth), line: $from.index(depth) };
  }
  return undefined;
}

/** How many lines the subhead around the cursor has; 0 outside of one. */
export function subheadLines(state: EditorState): number {
  return subheadAt(state)?.node.childCount ?? 0;
}

/**
 * Makes the paragraph a subhead of so many lines, gives a subhead the other number of lines, or makes it
 * paragraphs again when it has that number already.
 */
export function toggleSubhead(state: EditorState, dispatch: Dispatch, lines: 1 | 2): boolean {
  const { subhead, subheadLine, paragraph } = state.schema.nodes;
  const around = subheadAt(state);
  const tr = state.tr;
  const isSeveral = state.selection.$from.index(0) !== state.selection.$to.index(0);
  if (isSeveral || (around === undefined && state.selection.$from.depth !== 1)) {
    return turnInto(state, dispatch, lines === 1 ? 'subhead' : 'pair');
  }
  if (around !== undefined) {
    const { node, before } = around;
    const texts = Array.from({ length: node.childCount }, (_, index) => node.child(index).content);
    const replacement =
      node.childCount === lines
        ? // The line of a pair that was never written is none.
          texts
            .filter((text, index) => index === 0 || text.size > 0)
            .map((text) => paragraph!.create(null, text))
        : lines === 2
          ? [subhead!.create(null, [subheadLine!.create(null, texts[0]), subheadLine!.create()])]
          : [
              subhead!.create(
                null,
                subheadLine!.create(
                  null,
                  texts.reduce((all, text) => all.append(text)),
                ),
              ),
            ];
    tr.replaceWith(before, before + node.nodeSize, replacement);
    // Of a pair that was just made, the second line waits to be written.
    const cursor = node.childCount === 1 && lines === 2 ? before + 1 + (texts[0]!.size + 2) + 1 : before + 2;
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(cursor, tr.doc.content.size))));
  } else {
    const { $from } = state.selection;
    if ($from.depth !== 1 || $from.parent.type !== paragraph) return false;
    const parts: DocumentNode[][] = [[]];
    $from.parent.forEach((inline) => {
      if (inline.isText) parts.at(-1)!.push(inline);
      else parts.push([]);
    });
    const first = subheadLine!.create(null, parts[0]);
    const second = subheadLine!.create(null, parts.slice(1).flat());
    const isPair = lines === 2 || parts.length > 1;
    const before = $from.before(1);
    tr.replaceWith(before, $from.after(1), subhead!.create(null, isPair ? [first, second] : [first]));
    tr.setSelection(TextSelection.near(tr.doc.resolve(before + 2 + first.content.size), -1));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Enter goes from the first line of a pair to the second, and from the last line into a new paragraph. */
export function leaveSubheadLine(state: EditorState, dispatch: Dispatch): boolean {
  const around = subheadAt(state);
  if (around === undefined || !state.selection.empty) return false;
  const { node, before, line } = around;
  const tr = state.tr;
  if (line < node.childCount - 1) {
    tr.setSelection(TextSelection.create(tr.doc, before + 1 + node.child(0).nodeSize + 1));
  } else {
    // What stands behind the cursor becomes the start of the paragraph.
    const { $from } = state.selection;
    if (node.childCount === 1 && $from.parentOffset === 0 && $from.parent.content.size > 0) {
      // Room before a subhead, as before any block; the subhead stays one.
      dispatch?.(tr.insert(before, state.schema.nodes.paragraph!.create()).scrollIntoView());
      return true;
    }
    const rest = $from.parent.content.cut($from.parentOffset);
    const after = before + node.nodeSize;
    tr.insert(after, state.schema.nodes.paragraph!.create(null, rest));
    tr.setSelection(TextSelection.create(tr.doc, after + 1));
    tr.delete($from.pos, $from.end());
  }
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Backspace at the start of a subhead makes it paragraphs; at the start of its second line it joins the lines. */
export function backOutOfSubhead(state: EditorState, dispatch: Dispatch): boolean {
  const around = subheadAt(state);
  const { selection } = state;
  if (around === undefined || !selection.empty || selection.$from.parentOffset > 0) return false;
  if (around.line === 0) return toggleSubhead(state, dispatch, around.node.childCount as 1 | 2);
  const join = around.before + 1 + around.node.child(0).nodeSize;
  dispatch?.(state.tr.join(join).scrollIntoView());
  return true;
}

export const subheadCommands = Extension.create({
  name: 'subheadCommands',
  // Before the keys that every block shares.
  priority: 1000,
  addKeyboardShortcuts() {
    const run = (command: (state: EditorState, dispatch: Dispatch) => boolean) => () => {
      const { state, view } = this.editor;
      return command(state, view.dispatch.bind(view));
    };
    return {
      Enter: run(leaveSubheadLine),
      Backspace: run(backOutOfSubhead),
      'Mod-Alt-2': run((state, dispatch) => toggleSubhead(state, dispatch, 1)),
      'Mod-Alt-3': run((state, dispatch) => toggleSubhead(state, dispatch, 2)),
    };
  },
});
