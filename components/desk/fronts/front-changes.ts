import type { DraftBlock, DraftItem, FrontDraft } from '@/lib/front-draft';

/* What an editor does to a front, each as a new state; nothing is changed in place. */

export function changeBlock(draft: FrontDraft, blockId: number, change: Partial<DraftBlock>): FrontDraft {
  return {
    blocks: draft.blocks.map((block) => (block.blockId === blockId ? { ...block, ...change } : block)),
  };
}

/** Moves a block to another place; a place beyond the ends leaves the front as it is. */
export function moveBlock(draft: FrontDraft, blockId: number, step: -1 | 1): FrontDraft {
  const from = draft.blocks.findIndex((block) => block.blockId === blockId);
  return { blocks: moveWithin(draft.blocks, from, from + step) };
}

export function moveWithin<Item>(items: readonly Item[], from: number, to: number): Item[] {
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]!);
}

export function placeItem(items: readonly DraftItem[], item: DraftItem, at = 0): DraftItem[] {
  return items.toSpliced(Math.min(at, items.length), 0, item);
}

/** Names an item for as long as the form is open: an article stands once in a block. */
export function keysOf(items: readonly DraftItem[]): string[] {
  let texts = 0;
  return items.map(({ articleId }) => {
    if (articleId !== null) return `article-${articleId}`;
    texts += 1;
    return `text-${texts}`;
  });
}

export type RemovedItem = { at: number; item: DraftItem };

/** How many removed items of a block can be brought back. */
export const removedKept = 5;

/** The last removed item first. */
export function rememberRemoved(removed: readonly RemovedItem[], one: RemovedItem): RemovedItem[] {
  return [one, ...removed].slice(0, removedKept);
}
