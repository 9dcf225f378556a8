import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Query } from '@/db/client';
import { listingDays, listings } from '@/db/schema/articles';

/**
 * After a section moved in the tree: takes everything it lists out of the lists of the sections that no
 * longer stand above it, and enters it into the lists of those that now do. What a section lists itself and
 * what the common ancestors list stays as it is. In the transaction that moves the section.
 *
 * One statement a list, because a list may hold an archive; see docs/decisions/0014 for what it costs.
 */
export async function relistSection(
  q: Query,
  sectionId: number,
  { left, entered }: { left: readonly number[]; entered: readonly number[] },
): Promise<void> {
  for (const ancestorId of left) await leaveListOf(q, sectionId, ancestorId);
  for (const ancestorId of entered) await enterListOf(q, sectionId, ancestorId);
}

async function leaveListOf(q: Query, sectionId: number, ancestorId: number): Promise<void> {
  const moved = alias(listings, 'moved');
  const movedDays = alias(listingDays, 'moved_days');
  const keys = q
    .select({ publishedAt: moved.publishedAt, articleId: moved.articleId })
    .from(moved)
    .where(eq(moved.sectionId, sectionId));
  await q
    .delete(listings)
    .where(
      and(
        eq(listings.sectionId, ancestorId),
        sql`(${listings.publishedAt}, ${listings.articleId}) in ${keys}`,
      ),
    );
  const days = q.select({ day: movedDays.day }).from(movedDays).where(eq(movedDays.sectionId, sectionId));
  const countOfDay = q
    .select({ articleCount: movedDays.articleCount })
    .from(movedDays)
    .where(
      and(
        eq(movedDays.sectionId, sectionId),
        sql`${movedDays.day} = ${listingDays}.${sql.identifier('day')}`,
      ),
    );
  await q
    .update(listingDays)
    .set({ articleCount: sql`${listingDays.articleCount} - ${countOfDay}` })
    .where(and(eq(listingDays.sectionId, ancestorId), inArray(listingDays.day, days)));
  await q
    .delete(listingDays)
    .where(and(eq(listingDays.sectionId, ancestorId), eq(listingDays.articleCount, 0)));
}

async function enterListOf(q: Query, sectionId: number, ancestorId: number): Promise<void> {
  const entering = sql<number>`${ancestorId}`.as('section_id');
  await q
    .insert(listings)
    .select(
      q
        .select({ sectionId: entering, publishedAt: listings.publishedAt, articleId: listings.articleId })
        .from(listings)
        .where(eq(listings.sectionId, sectionId)),
    );
  await q
    .insert(listingDays)
    .select(
      q
        .select({ sectionId: entering, day: listingDays.day, articleCount: listingDays.articleCount })
        .from(listingDays)
        .where(eq(listingDays.sectionId, sectionId)),
    )
    .onConflictDoUpdate({
      target: [listingDays.sectionId, listingDays.day],
      set: { articleCount: sql`${listingDays.articleCount} + excluded.${sql.identifier('article_count')}` },
    });
}
