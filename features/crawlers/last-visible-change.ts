import { desc, eq, sql } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { timelineEvents } from '@/db/schema/desk';
import { latestOf } from '@/features/crawlers/sitemap-months';
import type { TimelineKind } from '@/lib/timeline-kind';

/** Acts after which a feed, a sitemap or an answer of the read API may read differently. */
const visibleKinds: readonly TimelineKind[] = [
  'published',
  'publishedBeforeReview',
  'updated',
  'unpublished',
  'corrected',
  'correctionRemoved',
  'withdrawn',
  'reinstated',
  'sectionAdded',
  'sectionChanged',
  'sectionRemoved',
  'pictureChanged',
  'settingsChanged',
];

/**
 * When anything last changed that machines can read; undefined on a portal where nothing ever happened. It
 * stands for Last-Modified of all of them: a time of the newest entry alone would fall back when that entry is
 * withdrawn, and whoever asks by date would keep the withdrawn text. The ETag says exactly which text changed.
 */
export async function lastVisibleChange(): Promise<Date | undefined> {
  const times: (Date | undefined)[] = [await lastImport()];
  // One at a time: each is one step into an index, all kinds together would be a walk through it.
  for (const kind of visibleKinds) {
    const [last] = await reader()
      .select({ at: timelineEvents.at })
      .from(timelineEvents)
      .where(eq(timelineEvents.kind, kind))
      .orderBy(desc(timelineEvents.id))
      .limit(1);
    times.push(last?.at);
  }
  return latestOf(...times);
}

/** An import writes no events: the row that came last into the lists tells when it was. */
async function lastImport(): Promise<Date | undefined> {
  const [last] = await reader()
    .select({ createdAt: articles.createdAt, createdBy: articles.createdBy })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .orderBy(desc(sql`${listings}.rowid`))
    .limit(1);
  return last?.createdBy === null ? last.createdAt : undefined;
}
