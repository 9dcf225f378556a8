import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { blocksFromNode } from '@/components/desk/body-editor/to-article-body';

/**
 * Puts the cursor into a block of the body, counted from 0: into its first empty field, if it has fields, else
 * into its text. Counts blocks, not nodes: pictures on their way are no blocks yet.
 */
export function focusBlock(editor: Editor, index: number): void {
  const { doc } = editor.state;
  let seen = 0;
  let position = 0;
  for (const node of doc.children) {
    seen += blocksFromNode(node).length;
    if (seen > index) break;
    position += node.nodeSize;
  }
  if (seen <= index) return;
  const inside = Math.min(position + 1, doc.content.size);
  editor.view.dispatch(editor.state.tr.setSelection(Selection.near(doc.resolve(inside))));
  const dom = editor.view.nodeDOM(position);
  const element = dom instanceof HTMLElement ? dom : undefined;
  element?.scrollIntoView({ block: 'center' });
  const fields = [...(element?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
  // A caption may stay empty; what has to be filled in before publication is marked as invalid.
  const needed = fields.find((field) => field.ariaInvalid === 'true') ?? fields[0];
  if (needed === undefined) editor.view.focus();
  else needed.focus({ preventScroll: true });
}
