import type { Editor, JSONContent } from '@tiptap/core';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';

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
  editor.chain().focus().toggleWrap('quote').run();
}

export function toggleNote(editor: Editor): void {
  editor.chain().focus().toggleWrap('note').run();
}

/** Paragraphs become a list, a list of the other kind this kind, and one of this kind paragraphs. */
export function toggleList(editor: Editor, ordered: boolean): void {
  if (isInside(editor.state, 'list') && !isInside(editor.state, 'list', { ordered })) {
    editor.chain().focus().updateAttributes('list', { ordered }).run();
    return;
  }
  editor.chain().focus().toggleList('list', 'listItem', false, { ordered }).run();
}

/**
 * Puts a block behind the one the cursor is in, or in place of an empty paragraph. A picture that is
 * selected is never replaced: whoever adds a second one does not mean to lose the first.
 */
export function insertBlock(editor: Editor, content: JSONContent | JSONContent[]): void {
  const { $to, to } = editor.state.selection;
  const isTop = $to.depth === 0;
  const end = isTop ? to : $to.after(1);
  const isEmpty = !isTop && $to.node(1).type.name === 'paragraph' && $to.node(1).content.size === 0;
  editor
    .chain()
    .focus()
    .insertContentAt(isEmpty ? { from: $to.before(1), to: end } : end, content)
    .run();
}

export function insertDivider(editor: Editor): void {
  insertBlock(editor, [{ type: 'divider' }, { type: 'paragraph' }]);
}

export function insertTable(editor: Editor): void {
  if (editor.state.selection instanceof NodeSelection) insertBlock(editor, { type: 'paragraph' });
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
}

/** Moves a top-level block up or down by one place. */
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
  editor.view.dispatch(tr.scrollIntoView());
}
