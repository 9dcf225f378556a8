import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { listingDays, listings } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { dayNumberOf } from '@/lib/dates';
import { slices } from '@/lib/slices';

export type NewListing = { articleId: number; sectionId: number; publishedAt: Date };

/**
 * Enters a live article into the lists of its section and of every section above it. To be called in the
 * transaction that makes the article live; the lists of readers hold what stands here and nothing else.
 */
export async function enterListings(q: Query, article: NewListing): Promise<void> {
  await enterAllListings(q, [article]);
}

/** The same for many at once. */
export async function enterAllListings(q: Query, articles: NewListing[]): Promise<void> {
  const lines = new Map<number, number[]>();
  for (const { sectionId } of articles) {
    if (!lines.has(sectionId)) lines.set(sectionId, await sectionAndAncestorIds(q, sectionId));
  }
  const entered = articles.flatMap(({ articleId, sectionId, publishedAt }) =>
    lines.get(sectionId)!.map((lineId) => ({ sectionId: lineId, articleId, publishedAt })),
  );
  for (const part of slices(entered)) await q.insert(listings).values(part);
  const days = Map.groupBy(
    entered,
    ({ sectionId, publishedAt }) => `${sectionId} ${dayNumberOf(publishedAt)}`,
  );
  for (const part of slices([...days.values()])) {
    await q
      .insert(listingDays)
      .values(
        part.map((some) => ({
          sectionId: some[0]!.sectionId,
          day: dayNumberOf(some[0]!.publishedAt),
          articleCount: some.length,
        })),
      )
      .onConflictDoUpdate({
        target: [listingDays.sectionId, listingDays.day],
        set: { articleCount: sql`${listingDays.articleCount} + excluded.article_count` },
      });
  }
}

/** Takes an article out of every list; does nothing when it stands in none. */
export async function leaveListings(q: Query, articleId: number): Promise<void> {
  const removed = await q.delete(listings).where(eq(listings.articleId, articleId)).returning();
  for (const { sectionId, publishedAt } of removed) {
    await q
      .update(listingDays)
      .set({ articleCount: sql`${listingDays.articleCount} - 1` })
      .where(and(eq(listingDays.sectionId, sectionId), eq(listingDays.day, dayNumberOf(publishedAt))));
  }
  // A day without articles would be a page without lines.
  const sectionIds = removed.map((listing) => listing.sectionId);
  if (sectionIds.length > 0) {
    await q
      .delete(listingDays)
      .where(and(inArray(listingDays.sectionId, sectionIds), eq(listingDays.articleCount, 0)));
  }
}

async function sectionAndAncestorIds(q: Query, sectionId: number): Promise<number[]> {
  const ids: number[] = [];
  let next: number | null = sectionId;
  while (next !== null) {
    const found: { parentId: number | null }[] = await q
      .select({ parentId: sections.parentId })
      .from(sections)
      .where(eq(sections.id, next));
    if (found[0] === undefined) throw new Error(`There is no section ${next}.`);
    ids.push(next);
    next = found[0].parentId;
  }
  return ids;
}
