import type { ReaderRoute } from '@/features/addresses/resolve-address';
import { findSecurityText } from '@/features/crawlers/robots';
import { hasMonthFile, readMonthFile } from '@/features/crawlers/article-sitemap';
import { planNews, readNewsFile } from '@/features/crawlers/news-sitemap';
import { findAuthor } from '@/features/contributors/list-author-page';
import { hasTagPages } from '@/features/tags/list-tag-page';
import { cityObservationFeeds } from '@/lib/addresses';
import { getSiteSettings } from '@/features/settings/get-site-settings';

const fixed: Record<string, string> = {
  '/robots.txt': 'robots',
  '/llms.txt': 'llms',
  '/site.webmanifest': 'manifest',
  '/sitemap.txt': 'sitemap-text',
  '/sitemaps/sections.xml': 'sitemap-sections',
  '/sitemaps/authors.xml': 'sitemap-authors',
};

export const feedNames: Record<string, string> = {
  'feed.xml': 'rss',
  'atom.xml': 'atom',
  'feed.json': 'json',
};

/**
 * What stands at an address for machines; undefined for every other address. Whether the section of a feed
 * is there, the caller asks: `sectionPath` says which one it needs.
 */
export async function findMachineRoute(
  path: string,
  now = new Date(),
): Promise<(ReaderRoute & { sectionPath?: string }) | undefined> {
  const file = fixed[path];
  if (file !== undefined) return route(file);
  // With the news a time and a whole file of the index may go.
  if (path === '/sitemap.xml')
    return { ...route('sitemap-index'), validUntil: (await planNews(now)).validUntil };
  if (path === '/.well-known/security.txt') {
    // It names a day until which it counts, and is written anew each day.
    const isSet = (await findSecurityText(now)) !== undefined;
    return isSet ? { ...route('security'), validUntil: new Date(now.getTime() + 86_400_000) } : undefined;
  }
  if (path === '/ads.txt') {
    return (await getSiteSettings()).crawlers.adsText === '' ? undefined : route('ads');
  }
  if (path.endsWith('.txt') && path === (await indexNowKeyPath())) return route('indexnow-key');
  const sitemap = /^\/sitemaps\/([a-z\d-]+)\.xml$/u.exec(path)?.[1];
  if (sitemap !== undefined) return findSitemap(sitemap, now);
  const [, sectionPath = '', name = ''] = /^\/(?:(.+)\/)?([a-z]+\.(?:xml|json))$/u.exec(path) ?? [];
  const kind = feedNames[name];
  if (kind === undefined) return undefined;
  if (`/${sectionPath}` === cityObservationFeeds)
    return route(kind, { list: 'city-observation', self: path });
  const author = /^author\/([1-9]\d{0,14})$/u.exec(sectionPath)?.[1];
  if (author !== undefined) {
    return (await findAuthor(Number(author))) && route(kind, { author, self: path });
  }
  return { ...route(kind, { section: sectionPath, self: path }), sectionPath };
}

async function findSitemap(name: string, now: Date): Promise<ReaderRoute | undefined> {
  const part = readNewsFile(name);
  if (part !== undefined) {
    const { parts, validUntil } = await planNews(now);
    return part > parts ? undefined : { ...route('sitemap-news', { part: String(part) }), validUntil };
  }
  // A file without an address is not valid; most newsrooms begin without tags.
  if (name === 'tags') return (await hasTagPages()) ? route('sitemap-tags') : undefined;
  const month = readMonthFile(name);
  return month && (await hasMonthFile(month)) ? route('sitemap-month', { name }) : undefined;
}

/** The file with which the site shows IndexNow that a key is its own; undefined while there is no key. */
async function indexNowKeyPath(): Promise<string | undefined> {
  const { indexNowKey } = (await getSiteSettings()).push;
  return indexNowKey === '' ? undefined : `/${indexNowKey}.txt`;
}

function route(file: string, query: Record<string, string> = {}): ReaderRoute {
  return { path: `/crawlers/${file}`, query: new URLSearchParams(query).toString() };
}
