import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { xmlText } from '@/features/crawlers/body-html';
import type { Feed, FeedEntry } from '@/features/crawlers/feed-entries';

export const feedKinds = ['rss', 'atom', 'json'] as const;
export type FeedKind = (typeof feedKinds)[number];

export const feedTypes: Record<FeedKind, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A feed as text. `self` is its own address. */
export function writeFeed(kind: FeedKind, feed: Feed, self: string): string {
  switch (kind) {
    case 'rss':
      return rss(feed, self);
    case 'atom':
      return atom(feed, self);
    case 'json':
      return json(feed, self);
    default:
      return kind satisfies never;
  }
}

/** RSS 2.0 by the Best Practices Profile: description before content, a link to itself, stable identities. */
function rss(feed: Feed, self: string): string {
  return generateRssFeed({
    title: xmlText(feed.title),
    link: feed.address,
    description: xmlText(feed.description),
    language: 'zh-cn',
    lastBuildDate: feed.updatedAt,
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.entries.map((entry) => ({
      title: xmlText(entry.headline),
      link: entry.address,
      guid: { value: entry.address, isPermaLink: true },
      description: xmlText(entry.summary),
      pubDate: entry.publishedAt,
      categories: [{ name: xmlText(entry.sectionName) }],
      ...(entry.html !== undefined && { content: { encoded: entry.html } }),
      ...(entry.authors.length > 0 && { dc: { creators: entry.authors.map(xmlText) } }),
      ...(entry.picture && {
        media: {
          contents: [{ url: entry.picture.address, medium: 'image', type: 'image/jpeg' }],
        },
      }),
    })),
  });
}

function atom(feed: Feed, self: string): string {
  return generateAtomFeed({
    id: feed.address,
    title: { value: xmlText(feed.title) },
    updated: feed.updatedAt,
    links: [
      { href: feed.address, rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: 'application/atom+xml' },
    ],
    entries: feed.entries.map((entry) => ({
      id: entry.address,
      title: { value: xmlText(entry.headline) },
      updated: entry.updatedAt,
      published: entry.publishedAt,
      links: [{ href: entry.address, rel: 'alternate', type: 'text/html' }],
      authors: authorsOf(entry, feed),
      categories: [{ term: xmlText(entry.sectionName) }],
      summary: { value: xmlText(entry.summary) },
      ...(entry.html !== undefined && { content: { type: 'html', value: entry.html } }),
    })),
  });
}

/** Atom wants an author of each entry (RFC 4287 §4.1.2); without a byline it is the newsroom. */
function authorsOf({ authors }: FeedEntry, feed: Feed): { name: string }[] {
  return (authors.length > 0 ? authors : [feed.title]).map((name) => ({ name: xmlText(name) }));
}

function json(feed: Feed, self: string): string {
  return JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      home_page_url: feed.address,
      feed_url: self,
      description: feed.description,
      language: 'zh-CN',
      items: feed.entries.map((entry) => ({
        id: entry.address,
        url: entry.address,
        title: xmlText(entry.headline),
        summary: xmlText(entry.summary),
        ...(entry.html === undefined
          ? { content_text: xmlText(entry.summary) }
          : { content_html: entry.html }),
        date_published: entry.publishedAt,
        date_modified: entry.updatedAt,
        authors: entry.authors.map((name) => ({ name: xmlText(name) })),
        tags: [entry.sectionName],
        ...(entry.picture && { image: entry.picture.address }),
      })),
    }),
  );
}
