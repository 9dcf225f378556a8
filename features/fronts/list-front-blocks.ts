import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { fillBlocks, type FrontBlock } from '@/features/fronts/fill-blocks';
import type { FrontKey } from '@/lib/block-kind';
import type { DraftItem } from '@/lib/front-draft';

export type { FrontBlock, FrontItem } from '@/features/fronts/fill-blocks';

/**
 * The blocks of a front with their items, as readers see them; fillBlocks() says by which rule.
 * `shownWithArticleId` names the article whose page the front stands beside: items bound to that page come
 * first, and the page does not list itself.
 */
export async function listFrontBlocks(key: FrontKey, shownWithArticleId?: number): Promise<FrontBlock[]> {
  const rows = await reader()
    .select({
      id: blocks.id,
      kind: blocks.kind,
      title: blocks.title,
      itemLimit: blocks.itemLimit,
      sectionId: blocks.sectionId,
      sectionPath: sections.path,
    })
    .from(blocks)
    .innerJoin(fronts, eq(fronts.id, blocks.frontId))
    .leftJoin(sections, eq(sections.id, blocks.sectionId))
    .where(eq(fronts.key, key))
    .orderBy(asc(blocks.position), asc(blocks.id));
  const placed = [];
  for (const row of rows) placed.push({ ...row, items: await listPlaced(row.id, shownWithArticleId) });
  const filled = await fillBlocks(placed, shownWithArticleId);
  return filled.map(({ placedCount: _placedCount, ...block }) => block);
}

async function listPlaced(blockId: number, shownWithArticleId: number | undefined): Promise<DraftItem[]> {
  return reader()
    .select({ articleId: blockItems.articleId, headline: blockItems.headline, abstract: blockItems.abstract })
    .from(blockItems)
    .where(
      and(
        eq(blockItems.blockId, blockId),
        shownWithArticleId === undefined
          ? isNull(blockItems.shownWithArticleId)
          : or(isNull(blockItems.shownWithArticleId), eq(blockItems.shownWithArticleId, shownWithArticleId)),
      ),
    )
    .orderBy(asc(isNull(blockItems.shownWithArticleId)), asc(blockItems.position), asc(blockItems.id));
}
