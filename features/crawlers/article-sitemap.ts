import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, gte, inArray, lt, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import { sitemapClose, sitemapEntry, sitemapOpen } from '@/features/crawlers/sitemap-markup';
import { type Month, monthOf } from '@/features/crawlers/sitemap-months';
import {
  largestSitemap,
  planParts,
  type Position,
  type SitemapLimits,
} from '@/features/crawlers/sitemap-parts';
import { getRootSection } from '@/features/sections/section-tree';
import { escapeXml } from '@/features/crawlers/xml-text';
import { articleAddress } from '@/lib/addresses';
import { assetIdsOf } from '@/lib/article-body';
import { readEnv } from '@/lib/env';
import { fallbackWidth, pictureAddress } from '@/lib/picture';

export type MonthFile = { month: Month; part: number };

/** `articles-2026-11`, and `articles-2026-11-2` for what a file has no room for. */
export function monthFileName({ month, part }: { month: Month; part: number }): string {
  return part === 1 ? `articles-${month.name}` : `articles-${month.name}-${part}`;
}

/** The file of this name, whether or not there is one now; the first part has no number. */
export function readMonthFile(name: string): MonthFile | undefined {
  const [, monthName = '', part = '1'] =
    /^articles-(\d{4}-\d{2})(?:-([2-9]|[1-9]\d{1,2}))?$/u.exec(name) ?? [];
  const month = monthOf(monthName);
  return month && { month, part: Number(part) };
}

/** Whether the month fills so many files now. */
export async function hasMonthFile({ month, part }: MonthFile): Promise<boolean> {
  return part <= (await planParts(month, readEnv().siteUrl)).length;
}

type Row = {
  id: number;
  publishedAt: Date;
  modifiedAt: Date | null;
  version: number;
  publishedVersion: number | null;
};

const batch = 1000;

/**
 * The texts of a part of a month, the oldest article first, each article once: a keyset query of a thousand
 * rows at a time, and between them the event loop turns. `undefined` when there is no such part.
 */
export async function findMonthSitemap(
  { month, part }: MonthFile,
  limits: SitemapLimits = largestSitemap,
): Promise<AsyncGenerator<string> | undefined> {
  const { siteUrl } = readEnv();
  const starts = await planParts(month, siteUrl, limits);
  const start = starts[part - 1];
  return start && writeEntries(month, start, starts[part]);
}

async function* writeEntries(
  month: Month,
  start: Position,
  end: Position | undefined,
): AsyncGenerator<string> {
  const { siteUrl } = readEnv();
  yield sitemapOpen('image');
  for (let from: Position | undefined = start; from !== undefined;) {
    const rows: Row[] = await selectBatch(month, from, end);
    const pictures = await listPictures(rows);
    yield rows.map((row) => entryOf(row, pictures.get(row.id) ?? [], siteUrl)).join('');
    const last = rows.at(-1);
    from = rows.length < batch || last === undefined ? undefined : { ...last, isAfter: true };
    await nextTurn();
  }
  yield sitemapClose;
}

async function selectBatch(month: Month, from: Position, end: Position | undefined): Promise<Row[]> {
  const root = await getRootSection();
  return reader()
    .select({
      id: articles.id,
      publishedAt: listings.publishedAt,
      modifiedAt: articles.modifiedAt,
      version: articles.version,
      publishedVersion: articles.publishedVersion,
    })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(
      and(
        eq(listings.sectionId, root.id),
        // Said again beside the position: a range is what the index is entered with, an `or` is not.
        gte(listings.publishedAt, from.publishedAt),
        lt(listings.publishedAt, month.until),
        or(
          gt(listings.publishedAt, from.publishedAt),
          from.isAfter ? gt(listings.articleId, from.id) : gte(listings.articleId, from.id),
        ),
        end && or(lt(listings.publishedAt, end.publishedAt), isBeforeAtSameTime(end)),
      ),
    )
    .orderBy(asc(listings.publishedAt), asc(listings.articleId))
    .limit(batch);
}

function isBeforeAtSameTime({ publishedAt, id }: Position) {
  return and(eq(listings.publishedAt, publishedAt), lt(listings.articleId, id));
}

function entryOf({ id, modifiedAt, publishedAt }: Row, pictures: string[], siteUrl: string): string {
  const images = pictures.map(
    (address) => `<image:image><image:loc>${escapeXml(siteUrl + address)}</image:loc></image:image>`,
  );
  return sitemapEntry(
    { url: siteUrl + articleAddress(id), lastModified: modifiedAt ?? publishedAt },
    images.join(''),
  );
}

/** Addresses of the pictures that readers see, by article. */
async function listPictures(rows: Row[]): Promise<Map<number, string[]>> {
  if (rows.length === 0) return new Map();
  const used = await reader()
    .select({
      articleId: mediaUses.articleId,
      assetId: mediaUses.assetId,
      contentHash: mediaAssets.contentHash,
      width: mediaAssets.width,
    })
    .from(mediaUses)
    .innerJoin(mediaAssets, eq(mediaAssets.id, mediaUses.assetId))
    .where(
      inArray(
        mediaUses.articleId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(mediaUses.articleId), asc(mediaUses.assetId));
  const usesById = Map.groupBy(used, ({ articleId }) => articleId);
  // The uses hold the pictures of the text that waits for publication too, and nobody may see those yet.
  const waiting = rows.filter((row) => row.version !== row.publishedVersion && usesById.has(row.id));
  const liveById = await listLiveAssets(waiting.map(({ id }) => id));
  return new Map(
    [...usesById].map(([id, uses]) => [
      id,
      uses
        .filter(({ assetId }) => liveById.get(id)?.has(assetId) ?? true)
        .map(({ contentHash, width }) => pictureAddress(contentHash, fallbackWidth(width), 'jpg')),
    ]),
  );
}

async function listLiveAssets(articleIds: number[]): Promise<Map<number, Set<number>>> {
  if (articleIds.length === 0) return new Map();
  const found = await reader()
    .select({ id: articles.id, body: articles.body, coverAssetId: articles.coverAssetId })
    .from(articles)
    .where(inArray(articles.id, articleIds));
  return new Map(
    found.map(({ id, body, coverAssetId }) => [
      id,
      new Set([...assetIdsOf(body), ...(coverAssetId === null ? [] : [coverAssetId])]),
    ]),
  );
}
