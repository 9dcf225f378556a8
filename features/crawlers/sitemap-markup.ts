import { formatWithOffset } from '@/lib/dates';
import { escapeXml } from '@/features/crawlers/xml-text';

/*
 * Sitemaps are put together by hand: a closed set of elements, and a file of 50,000 addresses made of element
 * objects costs half as much time again and 20 MB of garbage.
 */

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const extensions = {
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
};
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export type SitemapAddress = { url: string; lastModified?: Date | undefined };

/** The beginning of a list of addresses, up to its first `<url>`. */
export function sitemapOpen(extension?: keyof typeof extensions): string {
  const namespace = extension === undefined ? '' : ` xmlns:${extension}="${extensions[extension]}"`;
  return `${declaration}<urlset xmlns="${schema}"${namespace}>\n`;
}

export const sitemapClose = '</urlset>\n';

/** One `<url>`; `more` is markup of an extension. */
export function sitemapEntry({ url, lastModified }: SitemapAddress, more = ''): string {
  return `<url><loc>${escapeXml(url)}</loc>${lastmod(lastModified)}${more}</url>\n`;
}

export function sitemapOf(addresses: readonly SitemapAddress[]): string {
  return sitemapOpen() + addresses.map((address) => sitemapEntry(address)).join('') + sitemapClose;
}

export function sitemapIndexOf(children: readonly SitemapAddress[]): string {
  const entries = children.map(
    ({ url, lastModified }) => `<sitemap><loc>${escapeXml(url)}</loc>${lastmod(lastModified)}</sitemap>\n`,
  );
  return `${declaration}<sitemapindex xmlns="${schema}">\n${entries.join('')}</sitemapindex>\n`;
}

function lastmod(instant: Date | undefined): string {
  return instant === undefined ? '' : `<lastmod>${formatWithOffset(instant)}</lastmod>`;
}
