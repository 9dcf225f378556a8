import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { blockItems, blocks } from '@/db/schema/fronts';
import type { DraftBlock, DraftItem } from '@/lib/front-draft';

/**
 * Makes blocks what readers see. `position` is left as it is when undefined, which is when one block alone
 * is launched. Items bound to imported pages stay.
 */
export async function showBlock(q: Query, block: DraftBlock, position?: number): Promise<void> {
  const { blockId, title, sectionId, itemLimit } = block;
  await q
    .update(blocks)
    .set({ title: title.trim(), sectionId, itemLimit, ...(position !== undefined && { position }) })
    .where(eq(blocks.id, blockId));
  await q
    .delete(blockItems)
    .where(and(eq(blockItems.blockId, blockId), isNull(blockItems.shownWithArticleId)));
  const items = await withoutDeleted(q, block.items);
  if (items.length === 0) return;
  await q.insert(blockItems).values(items.map((item, place) => ({ ...item, blockId, position: place })));
}

/** An article that was deleted for good cannot be named any more; one that is off the site can. */
async function withoutDeleted(q: Query, items: readonly DraftItem[]): Promise<DraftItem[]> {
  const ids = items.flatMap(({ articleId }) => articleId ?? []);
  if (ids.length === 0) return [...items];
  const known = await q.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids));
  const knownIds = new Set(known.map(({ id }) => id));
  return items.filter(({ articleId }) => articleId === null || knownIds.has(articleId));
}
