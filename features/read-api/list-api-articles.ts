import { and, desc, eq, lt, lte, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings, sources } from '@/db/schema/articles';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import { listAuthors, listTags } from '@/features/crawlers/article-names';
import { pictureColumns } from '@/features/media/select-pictures';
import type { ApiArticleSummary } from '@/features/read-api/api-schemas';
import { articleAddress, sectionAddress } from '@/lib/addresses';
import { formatWithOffset } from '@/lib/dates';
import { fallbackWidth, type Picture, pictureAddress } from '@/lib/picture';

/** Behind which article a page begins. */
export type Cursor = { publishedAt: Date; id: number };

export function writeCursor({ publishedAt, id }: Cursor): string {
  return Buffer.from(`${publishedAt.getTime()}.${id}`).toString('base64url');
}

/** Undefined for one that was not made here. */
export function readCursor(text: string): Cursor | undefined {
  const parts = /^(-?\d{1,15})\.([1-9]\d{0,14})$/u.exec(Buffer.from(text, 'base64url').toString());
  if (parts === null) return undefined;
  return { publishedAt: new Date(Number(parts[1])), id: Number(parts[2]) };
}

export type ApiPage = { articles: ApiArticleSummary[]; next: string | null };

/** One page of what is live in a section and below it, newest first; what readers may see and nothing else. */
export async function listApiArticles(
  sectionId: number,
  { after, limit, siteUrl }: { after: Cursor | undefined; limit: number; siteUrl: string },
): Promise<ApiPage> {
  // One more than asked for tells whether there is a next page.
  const found = await selectSummaries()
    .where(and(eq(listings.sectionId, sectionId), after && isAfter(after)))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    articles: await summariesOf(rows, siteUrl),
    next: found.length > limit && last !== undefined ? writeCursor(last) : null,
  };
}

function isAfter({ publishedAt, id }: Cursor) {
  return and(
    lte(listings.publishedAt, publishedAt),
    or(lt(listings.publishedAt, publishedAt), lt(listings.articleId, id)),
  );
}

type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

/** The start of a query for summaries: what is listed is what readers may see. */
export function selectSummaries() {
  return reader()
    .select({
      id: articles.id,
      headline: articles.headline,
      kicker: articles.kicker,
      subheadline: articles.subheadline,
      abstract: articles.abstract,
      publishedAt: listings.publishedAt,
      modifiedAt: articles.modifiedAt,
      sectionName: sections.name,
      sectionPath: sections.path,
      sourceName: sources.name,
      sourceUrl: sources.url,
      cover: pictureColumns,
    })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .leftJoin(mediaAssets, eq(mediaAssets.id, articles.coverAssetId));
}

export async function summariesOf(rows: SummaryRow[], siteUrl: string): Promise<ApiArticleSummary[]> {
  const ids = rows.map(({ id }) => id);
  const [authors, tags] = [await listAuthors(ids), await listTags(ids)];
  return rows.map((row) => ({
    id: row.id,
    url: siteUrl + articleAddress(row.id),
    headline: row.headline,
    kicker: row.kicker,
    subheadline: row.subheadline,
    abstract: row.abstract,
    publishedAt: formatWithOffset(row.publishedAt),
    modifiedAt: row.modifiedAt && formatWithOffset(row.modifiedAt),
    section: { name: row.sectionName, path: row.sectionPath, url: siteUrl + sectionAddress(row.sectionPath) },
    source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl ?? '' },
    authors: authors.get(row.id) ?? [],
    tags: tags.get(row.id) ?? [],
    picture: row.cover && pictureOf(row.cover, siteUrl),
  }));
}

function pictureOf({ contentHash, width: original, height, alt, credit }: Picture, siteUrl: string) {
  const width = fallbackWidth(original);
  return {
    url: siteUrl + pictureAddress(contentHash, width, 'jpg'),
    width,
    height: Math.max(1, Math.round((height * width) / original)),
    alt,
    credit,
  };
}
