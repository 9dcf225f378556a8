import type { Metadata } from 'next';
import { sectionAddress } from '@/lib/addresses';

/** What every page that search engines may keep says of itself. */
export const indexable: Metadata['robots'] = {
  index: true,
  follow: true,
  'max-image-preview': 'large',
  'max-snippet': -1,
};

/** The feeds of a section, or of the portal, for readers of feeds that are given a page. */
export function feedLinks(sectionPath: string, name: string) {
  return feedLinksIn(sectionPath === '' ? '' : sectionAddress(sectionPath), name);
}

/** The three feeds in a folder of addresses. */
export function feedLinksIn(base: string, name: string) {
  return {
    'application/rss+xml': [{ url: `${base}/feed.xml`, title: `${name} RSS` }],
    'application/atom+xml': [{ url: `${base}/atom.xml`, title: `${name} Atom` }],
    'application/feed+json': [{ url: `${base}/feed.json`, title: `${name} JSON Feed` }],
  };
}

/** A description is useful between a sentence and two. */
export function descriptionOf(...candidates: string[]): string {
  const found =
    candidates.find((text) => text.trim().length >= 15) ?? candidates.find((text) => text !== '') ?? '';
  return [...found].slice(0, 150).join('');
}
