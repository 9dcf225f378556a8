import type { Editor, JSONContent } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { insertBlock } from '@/components/desk/body-editor/insert-blocks';
import type { EditorState } from '@tiptap/pm/state';
import { type TextKind, turnInto } from '@/components/desk/body-editor/turn-into';

/** Whether the cursor stands in a block of this kind. */
export function isInside(state: EditorState, name: string, attrs: Record<string, unknown> = {}): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === name) {
      return Object.entries(attrs).every(([key, value]) => node.attrs[key] === value);
    }
  }
  return false;
}

export function toggleQuote(editor: Editor): void {
  turn(editor, 'quote');
}

export function toggleNote(editor: Editor): void {
  turn(editor, 'note');
}

export function toggleList(editor: Editor, ordered: boolean): void {
  turn(editor, ordered ? 'numbered' : 'bulleted');
}

function turn(editor: Editor, kind: TextKind): void {
  editor.commands.focus();
  turnInto(editor.state, editor.view.dispatch.bind(editor.view), kind);
}

/** Puts a block at the cursor, see insertBlock. */
export function insertAtCursor(editor: Editor, content: JSONContent): void {
  editor.commands.focus();
  editor.view.dispatch(insertBlock(editor.state, DocumentNode.fromJSON(editor.schema, content)));
}

/** Three rows of three, the first of them headings. */
export function insertTable(editor: Editor): void {
  const row = (type: string) => ({
    type: 'tableRow',
    content: Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] })),
  });
  insertAtCursor(editor, {
    type: 'table',
    content: [row('tableHeader'), row('tableCell'), row('tableCell')],
  });
}

/** Moves a block up or down by one place among its neighbours; the focus stays on the button that did it. */
export function moveBlock(editor: Editor, position: number, by: -1 | 1): void {
  const { doc, tr } = editor.state;
  const $position = doc.resolve(position);
  const index = $position.index($position.depth);
  const { parent } = $position;
  const other = parent.maybeChild(index + by);
  const node = parent.maybeChild(index);
  if (other === null || node === null) return;
  tr.delete(position, position + node.nodeSize);
  const target = by === 1 ? position + other.nodeSize : position - other.nodeSize;
  tr.insert(target, node);
  const label = document.activeElement?.getAttribute('aria-label');
  editor.view.dispatch(tr);
  // The block is drawn anew in its new place, a frame later.
  requestAnimationFrame(() => {
    const moved = editor.view.nodeDOM(target);
    if (!(moved instanceof HTMLElement)) return;
    moved.scrollIntoView({ block: 'nearest' });
    const buttons = [...moved.querySelectorAll('button')];
    buttons.find((button) => button.ariaLabel === label && !button.disabled)?.focus({ preventScroll: true });
  });
}

/** Takes a picture out; a gallery goes with its last one. */
export function removePicture(editor: Editor, position: number): void {
  const { doc, tr } = editor.state;
  const $position = doc.resolve(position);
  const isAlone = $position.parent.type.name === 'gallery' && $position.parent.childCount === 1;
  const from = isAlone ? $position.before() : position;
  tr.delete(from, from + doc.nodeAt(from)!.nodeSize);
  editor.view.dispatch(tr);
  editor.view.focus();
}

/** Without a selection the address itself is the text of the link. */
export function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  } else chain.extendMarkRange('link').setMark('link', { href }).run();
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
}
