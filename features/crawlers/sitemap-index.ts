import { setImmediate as nextTurn } from 'node:timers/promises';
import { monthFileName } from '@/features/crawlers/article-sitemap';
import { newsFileName, planNews } from '@/features/crawlers/news-sitemap';
import {
  listAuthorAddresses,
  listSectionAddresses,
  listTagAddresses,
} from '@/features/crawlers/page-sitemap';
import { type SitemapAddress, sitemapIndexOf } from '@/features/crawlers/sitemap-markup';
import { lastChangeOf, latestOf, listMonths } from '@/features/crawlers/sitemap-months';
import { planParts } from '@/features/crawlers/sitemap-parts';
import { sitemapAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';

/** The index of all sitemaps, each with the last time it really changed. */
export async function writeSitemapIndex(now = new Date()): Promise<string> {
  const { siteUrl } = readEnv();
  const child = (name: string, lastModified: Date | undefined) => ({
    url: siteUrl + sitemapAddress(name),
    lastModified,
  });
  const newest = (addresses: SitemapAddress[]) => latestOf(...addresses.map((one) => one.lastModified));
  const sections = newest(await listSectionAddresses());
  const authors = await listAuthorAddresses();
  const tags = await listTagAddresses();
  const children = [
    child('sections', sections),
    ...(authors.length === 0 ? [] : [child('authors', newest(authors))]),
    ...(tags.length === 0 ? [] : [child('tags', newest(tags))]),
  ];
  const news = await planNews(now);
  for (let part = 1; part <= news.parts; part += 1) {
    children.push(child(newsFileName(part), latestOf(sections, news.lastExpiry)));
  }
  for (const month of await listMonths()) {
    const lastModified = await lastChangeOf(month);
    const { length } = await planParts(month, siteUrl);
    for (let part = 1; part <= length; part += 1)
      children.push(child(monthFileName({ month, part }), lastModified));
    // A large archive has hundreds of months; readers are answered in between.
    await nextTurn();
  }
  return sitemapIndexOf(children);
}
