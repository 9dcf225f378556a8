import { and, eq } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import type { ReadSideBar } from '@/features/archive-import/read-page';

/** The side bar stays with the page it came from instead of taking over everyone's. */
export async function keepSideBars(
  q: Query,
  kept: { articleId: number; sideBar: ReadSideBar }[],
): Promise<void> {
  if (kept.length === 0) return;
  const [block] = await q
    .select({ id: blocks.id })
    .from(blocks)
    .innerJoin(fronts, eq(fronts.id, blocks.frontId))
    .where(and(eq(fronts.key, 'article'), eq(blocks.kind, 'cityObservation')))
    .limit(1);
  if (block === undefined) return;
  await q.insert(blockItems).values(
    kept.map(({ articleId, sideBar: { headline, abstract } }) => ({
      blockId: block.id,
      position: 0,
      headline,
      abstract,
      shownWithArticleId: articleId,
    })),
  );
}
