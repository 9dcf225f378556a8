import { and, asc, count, desc, eq, gte, lt } from 'drizzle-orm';
import type { SelectedFields } from 'drizzle-orm/sqlite-core';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { isOwnArticle } from '@/features/articles/own-articles';
import { sitemapClose, sitemapEntry, sitemapOpen } from '@/features/crawlers/sitemap-markup';
import { getRootSection } from '@/features/sections/section-tree';
import { escapeXml } from '@/features/crawlers/xml-text';
import { articleAddress } from '@/lib/addresses';
import { formatWithOffset } from '@/lib/dates';
import { readEnv } from '@/lib/env';

/** What Google News calls news: the last two days, whatever the calendar says; no more than this in a file. */
const span = 48 * 3_600_000;
export const newsPerFile = 1000;

/** `news`, and `news-2` for what a file has no room for. */
export function newsFileName(part: number): string {
  return part === 1 ? 'news' : `news-${part}`;
}

/** The part that a file of this name is, whether or not there is one now. */
export function readNewsFile(name: string): number | undefined {
  const found = /^news(?:-([2-9]|[1-9]\d{1,2}))?$/u.exec(name);
  return found === null ? undefined : Number(found[1] ?? 1);
}

export type NewsPlan = {
  parts: number;
  /** When the next article becomes too old, and when the last one did. */
  validUntil: Date | undefined;
  lastExpiry: Date | undefined;
};

/** In how many files the news stands now, and between which times they stay as they are without an editor's act. */
export async function planNews(now: Date): Promise<NewsPlan> {
  const isNews = await isListedSince(now);
  const [found] = await selectNews({ items: count() }).where(isNews);
  const [oldest] = await selectNews({ publishedAt: listings.publishedAt })
    .where(isNews)
    .orderBy(asc(listings.publishedAt))
    .limit(1);
  const root = await getRootSection();
  const [expired] = await reader()
    .select({ publishedAt: listings.publishedAt })
    .from(listings)
    .where(and(eq(listings.sectionId, root.id), lt(listings.publishedAt, new Date(now.getTime() - span))))
    .orderBy(desc(listings.publishedAt))
    .limit(1);
  return {
    // The first file is always there, and may be empty.
    parts: Math.max(1, Math.ceil((found?.items ?? 0) / newsPerFile)),
    // An article is in the list up to the very millisecond.
    validUntil: oldest && new Date(oldest.publishedAt.getTime() + span + 1),
    lastExpiry: expired && new Date(expired.publishedAt.getTime() + span + 1),
  };
}

/** What was published within the last two days, the newest first, for the news index of search engines. */
export async function writeNewsSitemap(part = 1, now = new Date()): Promise<string> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const rows = await selectNews({
    id: articles.id,
    headline: articles.headline,
    publishedAt: listings.publishedAt,
  })
    .where(await isListedSince(now))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(newsPerFile)
    .offset((part - 1) * newsPerFile);
  const publication = `<news:publication><news:name>${escapeXml(root.name)}</news:name><news:language>zh-cn</news:language></news:publication>`;
  const entries = rows.map(({ id, headline, publishedAt }) =>
    sitemapEntry(
      { url: siteUrl + articleAddress(id) },
      `<news:news>${publication}<news:publication_date>${formatWithOffset(publishedAt)}</news:publication_date><news:title>${escapeXml(headline)}</news:title></news:news>`,
    ),
  );
  return sitemapOpen('news') + entries.join('') + sitemapClose;
}

async function isListedSince(now: Date) {
  const root = await getRootSection();
  return and(
    eq(listings.sectionId, root.id),
    gte(listings.publishedAt, new Date(now.getTime() - span)),
    // What came along from another system was news there.
    isOwnArticle(),
  );
}

function selectNews<Columns extends SelectedFields>(columns: Columns) {
  return reader().select(columns).from(listings).innerJoin(articles, eq(articles.id, listings.articleId));
}
