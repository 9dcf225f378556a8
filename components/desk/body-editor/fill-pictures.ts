import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { DeskPicture } from '@/lib/picture';

/**
 * Puts an uploaded picture where it is awaited. Attributes alone change, outside of the history: undoing goes
 * on with what was written before, and redoing brings the picture, not its box. Undefined where nothing
 * awaits it (removed meanwhile: the picture stays in the library).
 */
export function fillPictures(state: EditorState, key: string, picture: DeskPicture): Transaction | undefined {
  const { tr } = state;
  state.doc.descendants((node, position) => {
    if (!isAwaited(node) || node.attrs.uploadKey !== key) return node.type.name === 'gallery';
    tr.setNodeAttribute(position, 'assetId', picture.id);
    if (node.attrs.alt === '') tr.setNodeAttribute(position, 'alt', picture.alt);
    if (node.attrs.credit === '') tr.setNodeAttribute(position, 'credit', picture.credit);
    tr.setNodeAttribute(position, 'address', '');
    return false;
  });
  return tr.docChanged ? tr.setMeta('addToHistory', false) : undefined;
}

/** Whether the place of a picture is still empty. */
export function isAwaited(node: DocumentNode): boolean {
  return node.type.name === 'image' && node.attrs.assetId === 0;
}

/** How many places of pictures are empty, in galleries too. */
export function countAwaited(doc: DocumentNode): number {
  let count = 0;
  for (const node of doc.children) {
    if (isAwaited(node)) count += 1;
    if (node.type.name === 'gallery') count += node.children.filter(isAwaited).length;
  }
  return count;
}

/** Between blocks, nearest to a position in the text: where a dropped picture shall not cut a paragraph. */
export function boundaryNear(doc: DocumentNode, position: number): number {
  const $position = doc.resolve(position);
  if ($position.depth === 0) return position;
  const before = $position.before(1);
  const after = $position.after(1);
  return position - before < (after - before) / 2 ? before : after;
}

/**
 * Runs now, or once the input method has finished its word: a change of the document in between would break
 * the composition off.
 */
export function whenNotComposing(view: EditorView, run: () => void): void {
  if (view.isDestroyed) return;
  if (!view.composing) {
    run();
    return;
  }
  // ProseMirror itself reads the composed text some 20 ms after the event.
  const retry = () => setTimeout(() => whenNotComposing(view, run), 60);
  view.dom.addEventListener('compositionend', retry, { once: true });
}
