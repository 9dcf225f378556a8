import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, count, eq, gt, gte, inArray, lt, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { countListedIn, countPictures, type Month } from '@/features/crawlers/sitemap-months';
import { getRootSection } from '@/features/sections/section-tree';

/** Where in a month's list something begins; with `isAfter`, behind this article. */
export type Position = { publishedAt: Date; id: number; isAfter?: boolean };

/**
 * What one file may hold: 50,000 addresses is everybody's limit; sitemaps.org and Google allow 50 MB, but Baidu,
 * Sogou and 360 only 10 MB, so that is the limit here, with some room.
 */
export const largestSitemap = { addresses: 50_000, bytes: 9_500_000 };

export type SitemapLimits = typeof largestSitemap;

/** No entry is longer: the tags, an id of 16 digits and a date; a picture's address has 62 + 20 characters. */
const longestEntry = (siteUrl: string) => ({ article: siteUrl.length + 110, picture: siteUrl.length + 150 });

/**
 * Where the files of a month begin, in order; none for a month without articles. Nearly every month is one
 * file, which two counts tell; otherwise the month is walked through once. What is compared is the greatest
 * length that the entries can have.
 */
export async function planParts(
  month: Month,
  siteUrl: string,
  limits: SitemapLimits = largestSitemap,
): Promise<Position[]> {
  const addresses = await countListedIn(month);
  if (addresses === 0) return [];
  const longest = longestEntry(siteUrl);
  const isSurelySmall =
    addresses <= limits.addresses &&
    addresses * longest.article + (await countPictures(month)) * longest.picture <= limits.bytes;
  const start = { publishedAt: month.from, id: 0 };
  return isSurelySmall ? [start] : walk(month, start, { longest, limits });
}

async function walk(
  month: Month,
  start: Position,
  { longest, limits }: { longest: { article: number; picture: number }; limits: SitemapLimits },
): Promise<Position[]> {
  const starts = [start];
  let [held, bytes] = [0, 0];
  for (let from: Position | undefined = { ...start, isAfter: true }; from !== undefined;) {
    const rows: { id: number; publishedAt: Date }[] = await selectPositions(month, from);
    const uses = await countUses(rows.map(({ id }) => id));
    for (const { id, publishedAt } of rows) {
      const size = longest.article + (uses.get(id) ?? 0) * longest.picture;
      if (held > 0 && (held === limits.addresses || bytes + size > limits.bytes)) {
        starts.push({ id, publishedAt });
        [held, bytes] = [0, 0];
      }
      held += 1;
      bytes += size;
    }
    from = rows.length < batch ? undefined : { ...rows.at(-1)!, isAfter: true };
    await nextTurn();
  }
  return starts;
}

const batch = 5000;

async function selectPositions(month: Month, after: Position): Promise<{ id: number; publishedAt: Date }[]> {
  const root = await getRootSection();
  return reader()
    .select({ id: listings.articleId, publishedAt: listings.publishedAt })
    .from(listings)
    .where(
      and(
        eq(listings.sectionId, root.id),
        gte(listings.publishedAt, after.publishedAt),
        lt(listings.publishedAt, month.until),
        or(gt(listings.publishedAt, after.publishedAt), gt(listings.articleId, after.id)),
      ),
    )
    .orderBy(asc(listings.publishedAt), asc(listings.articleId))
    .limit(batch);
}

async function countUses(articleIds: number[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map();
  const found = await reader()
    .select({ articleId: mediaUses.articleId, uses: count() })
    .from(mediaUses)
    .where(inArray(mediaUses.articleId, articleIds))
    .groupBy(mediaUses.articleId);
  return new Map(found.map(({ articleId, uses }) => [articleId, uses]));
}
