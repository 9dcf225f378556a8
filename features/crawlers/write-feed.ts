import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Feed, FeedEntry } from '@/features/crawlers/feed-entries';
import { xmlText } from '@/features/crawlers/xml-text';

export const feedKinds = ['rss', 'atom', 'json'] as const;
export type FeedKind = (typeof feedKinds)[number];

export const feedTypes: Record<FeedKind, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A feed as text. `self` is its own address, `hub` the WebSub hub that is told of what is new, if there is one. */
export function writeFeed(kind: FeedKind, feed: Feed, self: string, hub = ''): string {
  switch (kind) {
    case 'rss':
      return rss(feed, self, hub);
    case 'atom':
      return atom(feed, self, hub);
    case 'json':
      return json(feed, self, hub);
    default:
      return kind satisfies never;
  }
}

/** RSS 2.0 by the Best Practices Profile: description before content, a link to itself, stable identities. */
function rss(feed: Feed, self: string, hub: string): string {
  return generateRssFeed({
    title: xmlText(feed.title),
    link: feed.address,
    description: xmlText(feed.description),
    language: 'zh-cn',
    lastBuildDate: feed.updatedAt,
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }, ...hubLinks(hub)] },
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
        enclosures: [{ url: entry.picture.address, length: entry.picture.byteCount, type: 'image/jpeg' }],
      }),
    })),
  });
}

function atom(feed: Feed, self: string, hub: string): string {
  return generateAtomFeed({
    id: feed.address,
    title: { value: xmlText(feed.title) },
    updated: feed.updatedAt,
    links: [
      { href: feed.address, rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: 'application/atom+xml' },
      ...hubLinks(hub),
    ],
    entries: feed.entries.map((entry) => ({
      id: entry.address,
      title: { value: xmlText(entry.headline) },
      updated: entry.updatedAt,
      published: entry.publishedAt,
      links: [
        { href: entry.address, rel: 'alternate', type: 'text/html' },
        ...(entry.picture
          ? [
              {
                href: entry.picture.address,
                rel: 'enclosure',
                type: 'image/jpeg',
                length: entry.picture.byteCount,
              },
            ]
          : []),
      ],
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

function hubLinks(hub: string): { href: string; rel: string }[] {
  return hub === '' ? [] : [{ href: hub, rel: 'hub' }];
}

function json(feed: Feed, self: string, hub: string): string {
  return JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      home_page_url: feed.address,
      feed_url: self,
      ...(hub !== '' && { hubs: [{ type: 'WebSub', url: hub }] }),
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
        ...(entry.picture && {
          image: entry.picture.address,
          attachments: [
            {
              url: entry.picture.address,
              mime_type: 'image/jpeg',
              size_in_bytes: entry.picture.byteCount,
            },
          ],
        }),
      })),
    }),
  );
}
