import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listingDays, listings } from '@/db/schema/articles';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import { xmlText } from '@/features/crawlers/body-html';
import { getRootSection } from '@/features/sections/section-tree';
import { articleAddress, sectionAddress } from '@/lib/addresses';
import { beijingInstant, endOfDay, formatWithOffset } from '@/lib/dates';
import { readEnv } from '@/lib/env';
import { fallbackWidth, pictureAddress } from '@/lib/picture';

/** Baidu, Sogou and 360 take files up to 10 MB; an entry with its picture has at most 450 bytes. */
export const mostAddresses = 20_000;

const mostNews = 1000;
const newsSpan = 48 * 3600_000;

export type SitemapMonth = { year: number; month: number; part: number };

/** The index of all sitemaps of the portal. */
export async function writeSitemapIndex(): Promise<string> {
  const { siteUrl } = readEnv();
  const files = ['sections', ...(await listMonths()).map(monthName), 'news'];
  const entries = files.map((file) => `<sitemap><loc>${siteUrl}/sitemaps/${file}.xml</loc></sitemap>`);
  return document('sitemapindex', entries);
}

/** The home page and every section. */
export async function writeSectionSitemap(): Promise<string> {
  const { siteUrl } = readEnv();
  const rows = await reader().select({ path: sections.path }).from(sections).orderBy(asc(sections.path));
  return document(
    'urlset',
    rows.map(({ path }) => `<url><loc>${siteUrl}${sectionAddress(path)}</loc></url>`),
  );
}

/** The articles published in a month of Beijing time, each once; undefined for a month without any. */
export async function writeMonthSitemap(month: SitemapMonth): Promise<string | undefined> {
  const { siteUrl } = readEnv();
  const rows = await articlesBetween(startOf(month), startOf(next(month)), (month.part - 1) * mostAddresses);
  if (rows.length === 0) return undefined;
  return document(
    'urlset',
    rows.map(({ id, publishedAt, modifiedAt, picture }) => {
      const image =
        picture &&
        `<image:image><image:loc>${siteUrl}${pictureAddress(picture.contentHash, fallbackWidth(picture.width), 'jpg')}</image:loc></image:image>`;
      return `<url><loc>${siteUrl}${articleAddress(id)}</loc><lastmod>${formatWithOffset(modifiedAt ?? publishedAt)}</lastmod>${image ?? ''}</url>`;
    }),
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
  );
}

/** What was published within the last 48 hours, for the news index of search engines. */
export async function writeNewsSitemap(now = new Date()): Promise<string> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const rows = await reader()
    .select({ id: articles.id, headline: articles.headline, publishedAt: listings.publishedAt })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(
      and(eq(listings.sectionId, root.id), gte(listings.publishedAt, new Date(now.getTime() - newsSpan))),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(mostNews);
  return document(
    'urlset',
    rows.map(
      ({ id, headline, publishedAt }) =>
        `<url><loc>${siteUrl}${articleAddress(id)}</loc><news:news><news:publication><news:name>${escape(root.name)}</news:name><news:language>zh-cn</news:language></news:publication><news:publication_date>${formatWithOffset(publishedAt)}</news:publication_date><news:title>${escape(headline)}</news:title></news:news></url>`,
    ),
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
  );
}

/** Addresses of one plain list: what Baidu takes, and every other engine too. */
export const mostListed = 50_000;

/**
 * The newest articles and all sections as plain addresses, one a line: Baidu reads no index files and Toutiao
 * no namespaces. What is older stands in the months.
 */
export async function writeSitemapText(): Promise<string> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const paths = await reader().select({ path: sections.path }).from(sections).orderBy(asc(sections.path));
  const newest = await reader()
    .select({ id: listings.articleId })
    .from(listings)
    .where(eq(listings.sectionId, root.id))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(mostListed - paths.length);
  const lines = [
    ...paths.map(({ path }) => siteUrl + sectionAddress(path)),
    ...newest.map(({ id }) => siteUrl + articleAddress(id)),
  ];
  return `${lines.join('\n')}\n`;
}

/** `articles-2026-11`, and `articles-2026-11-2` for what a file has no room for. */
export function monthName({ year, month, part }: SitemapMonth): string {
  const number = `articles-${year}-${String(month).padStart(2, '0')}`;
  return part === 1 ? number : `${number}-${part}`;
}

export function readMonthName(name: string): SitemapMonth | undefined {
  const found = /^articles-(\d{4})-(0[1-9]|1[0-2])(?:-([2-9]|[1-9]\d{1,2}))?$/u.exec(name);
  if (found === null) return undefined;
  return { year: Number(found[1]), month: Number(found[2]), part: Number(found[3] ?? 1) };
}

/** Whether there is a file of this name. */
export async function hasMonth(name: string): Promise<boolean> {
  return (await listMonths()).some((month) => monthName(month) === name);
}

/** From the counts by day, so that no article is looked at. */
async function listMonths(): Promise<SitemapMonth[]> {
  const root = await getRootSection();
  const days = await reader()
    .select({ day: listingDays.day, count: listingDays.articleCount })
    .from(listingDays)
    .where(eq(listingDays.sectionId, root.id))
    .orderBy(desc(listingDays.day));
  const counts = new Map<string, number>();
  for (const { day, count } of days) {
    // The last millisecond of a day lies in it.
    const name = formatWithOffset(new Date(endOfDay(day).getTime() - 1)).slice(0, 7);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].flatMap(([name, count]) => {
    const [year, month] = name.split('-').map(Number);
    return Array.from({ length: Math.ceil(count / mostAddresses) }, (_, index) => ({
      year: year!,
      month: month!,
      part: index + 1,
    }));
  });
}

async function articlesBetween(from: Date, until: Date, offset: number) {
  const root = await getRootSection();
  return reader()
    .select({
      id: articles.id,
      publishedAt: listings.publishedAt,
      modifiedAt: articles.modifiedAt,
      picture: { contentHash: mediaAssets.contentHash, width: mediaAssets.width },
    })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .leftJoin(mediaAssets, eq(mediaAssets.id, articles.coverAssetId))
    .where(
      and(eq(listings.sectionId, root.id), gte(listings.publishedAt, from), lt(listings.publishedAt, until)),
    )
    .orderBy(asc(listings.publishedAt), asc(listings.articleId))
    .limit(mostAddresses)
    .offset(offset);
}

function startOf({ year, month }: Pick<SitemapMonth, 'year' | 'month'>): Date {
  return beijingInstant({ year, month, day: 1 })!;
}

function next({ year, month }: SitemapMonth): Pick<SitemapMonth, 'year' | 'month'> {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

function document(root: 'sitemapindex' | 'urlset', entries: string[], namespaces = ''): string {
  const head = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces && ` ${namespaces}`}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${entries.join('\n')}\n</${root}>\n`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escape(text: string): string {
  return xmlText(text).replaceAll(/[&<>"']/gu, (mark) => entities[mark]!);
}
