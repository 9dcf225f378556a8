import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { insertArticle } from '@/features/articles/insert-article';
import { addSection } from '@/features/articles/testing/desk-articles';
import { bodyHtml } from '@/features/crawlers/body-html';
import { findAuthorFeed, findFeed } from '@/features/crawlers/feed-entries';
import { writeLlms } from '@/features/crawlers/llms';
import { findSecurityText, writeRobots } from '@/features/crawlers/robots';
import { writeFeed } from '@/features/crawlers/write-feed';
import { xmlText } from '@/features/crawlers/xml-text';
import { paragraph } from '@/lib/article-body';
import { readEnv } from '@/lib/env';

useFreshDatabase();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

const site = () => readEnv().siteUrl;

type Wishes = { at?: Date; text?: string; importKey?: string };

async function publish(
  headline: string,
  { at = new Date('2026-05-04T01:00:00Z'), text = '正文。', importKey }: Wishes = {},
): Promise<number> {
  return tx((q) =>
    insertArticle(
      q,
      {
        sectionId: town,
        headline,
        body: { type: 'doc', content: [paragraph(text)] },
        credits: [{ role: 'reporter', name: '沈知渔' }],
        publishedAt: at,
        importKey,
      },
      at,
    ),
  );
}

test('the three feeds tell the same articles, newest first, with stable identities and true dates', async () => {
  const older = await publish('三桥通车');
  const newer = await publish('步道开放', { at: new Date('2026-05-05T01:00:00Z') });
  const feed = (await findFeed(''))!;
  const addresses = [newer, older].map((id) => `${site()}/article/${id}`);
  const rss = parseRssFeed(writeFeed('rss', feed, `${site()}/feed.xml`));
  expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(addresses);
  expect(new Date(rss.items![0]!.pubDate!)).toEqual(new Date('2026-05-05T01:00:00Z'));
  expect(rss.items![0]!.dc?.creators).toEqual(['沈知渔']);
  expect(rss.items![0]!.content?.encoded).toBe('<p>正文。</p>');
  expect(rss.atom?.links?.[0]).toMatchObject({ rel: 'self', href: `${site()}/feed.xml` });
  const atom = parseAtomFeed(writeFeed('atom', feed, `${site()}/atom.xml`));
  expect(atom.entries?.map(({ id }) => id)).toEqual(addresses);
  expect(JSON.stringify(atom.entries![0]!.title)).toContain('步道开放');
  expect(JSON.stringify(atom.entries![0]!.content)).toContain('正文。');
  const json = parseJsonFeed(writeFeed('json', feed, `${site()}/feed.json`));
  expect(json.items?.map(({ id }) => id)).toEqual(addresses);
});

test('a feed does not change while nothing is published', async () => {
  await publish('三桥通车');
  const write = async () => writeFeed('rss', (await findFeed(''))!, 'x');
  const first = await write();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await write()).toBe(first);
});

test('what came along from another system is in no feed, and the own articles before it are', async () => {
  const own = await publish('三桥通车');
  await publish('旧稿', { at: new Date('2026-05-06T01:00:00Z'), importKey: 'address:old.example.cn/1' });
  const feed = (await findFeed(''))!;
  expect(feed.entries.map(({ address }) => address)).toEqual([`${site()}/article/${own}`]);
  const author = (await findAuthorFeed(1))!;
  expect(author.entries.map(({ address }) => address)).toEqual([`${site()}/article/${own}`]);
});

test('by setting a feed gives the abstract and not the text', async () => {
  await publish('三桥通车', { text: '很长的正文。' });
  await tx((q) => q.insert(siteSettings).values({ key: 'feeds', value: { fullText: false } }));
  const feed = (await findFeed(''))!;
  expect(feed.entries[0]!.html).toBeUndefined();
});

const hostile = fc
  .array(
    fc.constantFrom(
      ']]>',
      '</script>',
      '<',
      '&',
      '"',
      "'",
      '\u0000',
      '\u0008',
      '\u2028',
      '\ud800',
      '😀',
      '\ufffe',
      '字',
      '--',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

test('whatever stands in a text, feeds are read by a parser with the words they should have', async () => {
  const base = (await findFeed(''))!;
  fc.assert(
    fc.property(hostile, hostile, (headline, text) => {
      const html = bodyHtml(
        { type: 'doc', content: [paragraph(text)] },
        { pictures: new Map(), relatedHeadlines: new Map() },
        site(),
      );
      const entry = {
        address: `${site()}/article/1`,
        headline,
        summary: text,
        html,
        publishedAt: new Date(0),
        updatedAt: new Date(0),
        authors: [headline],
        sectionName: text,
        picture: undefined,
      };
      const feed = { ...base, entries: [entry] };
      const rss = parseRssFeed(writeFeed('rss', feed, 'x'));
      expect(rss.items?.[0]?.content?.encoded).toBe(html);
      expect(parseAtomFeed(writeFeed('atom', feed, 'x')).entries).toHaveLength(1);
      expect(JSON.parse(writeFeed('json', feed, 'x'))).toMatchObject({
        items: [{ title: xmlText(headline) }],
      });
    }),
    { numRuns: 300 },
  );
});

test('robots.txt lets search engines in, keeps everybody from the desk, and training crawlers out by setting', async () => {
  const read = async () => robotsParser(`${site()}/robots.txt`, await writeRobots());
  const open = await read();
  for (const agent of [
    'Googlebot',
    'Googlebot-News',
    'bingbot',
    'Baiduspider',
    'Sogou web spider',
    '360Spider',
  ]) {
    expect(open.isAllowed(`${site()}/article/1`, agent)).toBe(true);
    expect(open.isAllowed(`${site()}/desk/articles/1`, agent)).toBe(false);
  }
  expect(open.getSitemaps()).toContain(`${site()}/sitemap.xml`);
  expect(open.isAllowed(`${site()}/article/1`, 'GPTBot')).toBe(true);
  expect(await writeRobots()).toMatch(/^Content-Usage: train-ai=y$/mu);
  await tx((q) => q.insert(siteSettings).values({ key: 'crawlers', value: { allowsTraining: false } }));
  expect(await writeRobots()).toMatch(/^User-agent: \*\nContent-Usage: train-ai=n$/mu);
  const closed = await read();
  expect(closed.isAllowed(`${site()}/article/1`, 'GPTBot')).toBe(false);
  expect(closed.isAllowed(`${site()}/article/1`, 'Baiduspider')).toBe(true);
});

test('security.txt is there when somebody can be written to, and always names a day ahead', async () => {
  expect(await findSecurityText()).toBeUndefined();
  await tx((q) =>
    q.insert(siteSettings).values({ key: 'crawlers', value: { securityContact: 'a@city.example' } }),
  );
  const now = new Date('2026-05-31T00:00:00Z');
  const text = (await findSecurityText(now))!;
  expect(text).toContain('Contact: mailto:a@city.example');
  expect(new Date(/Expires: (\S+)/u.exec(text)![1]!).getTime()).toBeGreaterThan(now.getTime());
});

test('llms.txt links the sections', async () => {
  expect(await writeLlms()).toContain(`(${site()}/town)`);
});

test.each([
  ['/feed.xml', 'live'],
  ['/town/atom.xml', 'live'],
  ['/town/feed.json', 'live'],
  ['/nowhere/feed.xml', 'missing'],
  ['/robots.txt', 'live'],
  ['/llms.txt', 'live'],
  ['/sitemap.xml', 'live'],
  ['/sitemaps/news.xml', 'live'],
  ['/sitemaps/news-2.xml', 'missing'],
  ['/sitemaps/authors.xml', 'live'],
  ['/sitemaps/tags.xml', 'missing'],
  ['/feeds/city-observation/feed.xml', 'live'],
  ['/feeds/city-observation/feed.json', 'live'],
  ['/feeds/feed.xml', 'missing'],
  ['/author/1/feed.xml', 'live'],
  ['/author/2/feed.xml', 'missing'],
  ['/sitemaps/articles-2026-05.xml', 'live'],
  ['/sitemaps/articles-2026-05-2.xml', 'missing'],
  ['/sitemaps/articles-1999-01.xml', 'missing'],
  ['/.well-known/security.txt', 'missing'],
  ['/crawlers/rss', 'missing'],
  ['/Feed.XML', 'moved'],
])('%s is %s', async (path, kind) => {
  await publish('三桥通车');
  expect((await resolveAddress(path, new URLSearchParams())).kind).toBe(kind);
});

test('text for XML keeps every character that XML has', () => {
  expect(xmlText('字 😀\n\t\u2028')).toBe('字 😀\n\t\u2028');
  expect(xmlText('a\u0000\u0008\ufffeb')).toBe('ab');
});
