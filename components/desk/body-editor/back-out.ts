import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state';
import { turnInto, type TextKind } from '@/components/desk/body-editor/turn-into';

type Dispatch = ((tr: Transaction) => void) | undefined;

/**
 * Backspace at the start of a line, where ProseMirror's own answer would lose or misshape something: a line
 * leaves its list, and the first one its quote or note; a picture before the line is selected, not deleted;
 * a line joins a subhead before it.
 */
export function backOut(state: EditorState, dispatch: Dispatch): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'paragraph') return false;
  const kind = kindToLeave(state);
  if (kind !== undefined) return turnInto(state, dispatch, kind);
  if ($from.depth !== 1) return false;

  const line = $from.before(1);
  const before = state.doc.resolve(line).nodeBefore;
  if (before === null) return false;
  const { tr } = state;
  if (before.isAtom || before.type.name === 'gallery') {
    // An empty line goes at once; its picture still needs a second press.
    if ($from.parent.content.size === 0 && state.doc.childCount > 1) tr.delete(line, $from.after(1));
    tr.setSelection(NodeSelection.create(tr.doc, line - before.nodeSize));
  } else if (before.type.name === 'subhead') {
    // A subhead has no line breaks; such a line stays, and the cursor goes to the subhead.
    const isPlain = $from.parent.children.every((inline) => inline.isText);
    const end = line - 2;
    if (isPlain) {
      tr.delete(line, $from.after(1)).insert(end, $from.parent.content);
    }
    tr.setSelection(Selection.near(tr.doc.resolve(end)));
  } else return false;
  dispatch?.(tr.scrollIntoView());
  return true;
}

function kindToLeave(state: EditorState): TextKind | undefined {
  const { $from } = state.selection;
  const block = $from.node(1);
  if (block.type.name === 'list') {
    const isFirstOfItem = $from.index(2) === 0;
    return isFirstOfItem ? (block.attrs.ordered ? 'numbered' : 'bulleted') : undefined;
  }
  if ($from.index(1) > 0) return undefined;
  return block.type.name === 'quote' || block.type.name === 'note' ? block.type.name : undefined;
}
