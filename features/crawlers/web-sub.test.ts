import { expect, test } from 'vitest';
import type { Feed } from '@/features/crawlers/feed-entries';
import { feedKinds, writeFeed } from '@/features/crawlers/write-feed';

const feed: Feed = {
  title: '澄澜在线',
  address: 'https://news.chenglan.example/',
  description: '要闻',
  updatedAt: new Date('2026-11-23T00:00:00Z'),
  entries: [],
};
const self = 'https://news.chenglan.example/feed.xml';
const hub = 'https://hub.example/?a=1&b=2';

test.for(feedKinds)(
  '%s names the hub when there is one, and says nothing of one when there is none',
  (kind) => {
    const named = writeFeed(kind, feed, self, hub);
    expect(named).toContain(kind === 'json' ? hub : 'https://hub.example/?a=1&amp;b=2');
    expect(named).toMatch(kind === 'json' ? /"hubs":\[\{"type":"WebSub"/u : /rel="hub"/u);
    expect(writeFeed(kind, feed, self)).not.toMatch(/hub/u);
  },
);
