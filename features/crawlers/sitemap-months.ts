import { and, asc, count, eq, gte, inArray, isNull, lt, max, sum } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listingDays, listings } from '@/db/schema/articles';
import { mediaUses, timelineEvents } from '@/db/schema/desk';
import { getRootSection } from '@/features/sections/section-tree';
import { beijingInstant, dayNumberOf, endOfDay, formatWithOffset } from '@/lib/dates';

/** A calendar month in Beijing: from its first instant up to, not including, that of the next. */
export type Month = { name: string; from: Date; until: Date };

/** `2026-11` as a span of time; undefined for what is no month. */
export function monthOf(name: string): Month | undefined {
  const [, year, month] = (/^(\d{4})-(0[1-9]|1[0-2])$/u.exec(name) ?? []).map(Number);
  if (year === undefined || month === undefined) return undefined;
  const from = beijingInstant({ year, month, day: 1 });
  const until = beijingInstant(
    month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 },
  );
  return from && until && { name, from, until };
}

function monthNameOf(instant: Date): string {
  return formatWithOffset(instant).slice(0, 7);
}

/** The months in which live articles were published, the newest first; from counts, no article is looked at. */
export async function listMonths(): Promise<Month[]> {
  const root = await getRootSection();
  const days = await reader()
    .select({ day: listingDays.day })
    .from(listingDays)
    .where(and(eq(listingDays.sectionId, root.id), gte(listingDays.articleCount, 1)))
    .orderBy(asc(listingDays.day));
  // The last millisecond of a day lies in it.
  const names = new Set(days.map(({ day }) => monthNameOf(new Date(endOfDay(day).getTime() - 1))));
  return [...names].toReversed().flatMap((name) => monthOf(name) ?? []);
}

/** How many live articles were published in the month. */
export async function countListedIn({ from, until }: Month): Promise<number> {
  const root = await getRootSection();
  const [listed] = await reader()
    .select({ articleCount: sum(listingDays.articleCount).mapWith(Number) })
    .from(listingDays)
    .where(
      and(
        eq(listingDays.sectionId, root.id),
        gte(listingDays.day, dayNumberOf(from)),
        lt(listingDays.day, dayNumberOf(until)),
      ),
    );
  return listed?.articleCount ?? 0;
}

/** How often live articles of the month use pictures; an upper bound of how many its sitemap names. */
export async function countPictures({ from, until }: Month): Promise<number> {
  const root = await getRootSection();
  const [used] = await reader()
    .select({ uses: count() })
    .from(listings)
    .innerJoin(mediaUses, eq(mediaUses.articleId, listings.articleId))
    .where(
      and(eq(listings.sectionId, root.id), gte(listings.publishedAt, from), lt(listings.publishedAt, until)),
    );
  return used?.uses ?? 0;
}

/**
 * The last time that the month's file changed: an edit that readers see, an article that came (imported ones
 * come long after the day they bear), one that went.
 */
export async function lastChangeOf({ from, until }: Month): Promise<Date | undefined> {
  const inMonth = and(gte(articles.publishedAt, from), lt(articles.publishedAt, until));
  const live = and(inMonth, eq(articles.status, 'published'));
  const [shown] = await reader()
    .select({ edited: max(articles.modifiedAt), published: max(articles.publishedAt) })
    .from(articles)
    .where(live);
  const [imported] = await reader()
    .select({ at: max(articles.createdAt) })
    .from(articles)
    .where(and(live, isNull(articles.createdBy)));
  const [moved] = await reader()
    .select({ at: max(timelineEvents.at) })
    .from(articles)
    .innerJoin(timelineEvents, eq(timelineEvents.articleId, articles.id))
    .where(
      and(inMonth, inArray(timelineEvents.kind, ['published', 'unpublished', 'withdrawn', 'reinstated'])),
    );
  return latestOf(shown?.edited, shown?.published, imported?.at, moved?.at);
}

export function latestOf(...instants: (Date | null | undefined)[]): Date | undefined {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
