import type { ReaderRoute } from '@/features/addresses/resolve-address';
import { findSecurityText } from '@/features/crawlers/robots';
import { readMonthName } from '@/features/crawlers/sitemaps';
import { getSiteSettings } from '@/features/settings/get-site-settings';

const fixed: Record<string, string> = {
  '/robots.txt': 'robots',
  '/llms.txt': 'llms',
  '/sitemap.xml': 'sitemap-index',
  '/sitemap.txt': 'sitemap-text',
  '/sitemaps/sections.xml': 'sitemap-sections',
};

const feedNames: Record<string, string> = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' };

/** How long the window of the news sitemap may stand still, in milliseconds. */
const newsPause = 10 * 60_000;

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
  if (path === '/.well-known/security.txt') {
    // It names a day until which it counts, and is written anew each day.
    const isSet = (await findSecurityText(now)) !== undefined;
    return isSet ? { ...route('security'), validUntil: new Date(now.getTime() + 86_400_000) } : undefined;
  }
  if (path === '/ads.txt') {
    return (await getSiteSettings()).crawlers.adsText === '' ? undefined : route('ads');
  }
  if (path === '/sitemaps/news.xml') {
    return { ...route('sitemap-news'), validUntil: new Date(now.getTime() + newsPause) };
  }
  if (path.endsWith('.txt') && path === (await indexNowKeyPath())) return route('indexnow-key');
  const month = /^\/sitemaps\/(articles-[\d-]+)\.xml$/u.exec(path)?.[1];
  if (month !== undefined) return readMonthName(month) && route('sitemap-month', { name: month });
  const [, sectionPath = '', name = ''] = /^\/(?:(.+)\/)?([a-z]+\.(?:xml|json))$/u.exec(path) ?? [];
  const kind = feedNames[name];
  if (kind === undefined) return undefined;
  return { ...route(kind, { section: sectionPath, self: path }), sectionPath };
}

/** The file with which the site shows IndexNow that a key is its own; undefined while there is no key. */
async function indexNowKeyPath(): Promise<string | undefined> {
  const { indexNowKey } = (await getSiteSettings()).push;
  return indexNowKey === '' ? undefined : `/${indexNowKey}.txt`;
}

function route(file: string, query: Record<string, string> = {}): ReaderRoute {
  return { path: `/crawlers/${file}`, query: new URLSearchParams(query).toString() };
}
