import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { beforeEach, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { tx } from '@/db/client';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { addSection } from '@/features/articles/testing/desk-articles';
import { bodyHtml, xmlText } from '@/features/crawlers/body-html';
import { findFeed } from '@/features/crawlers/feed-entries';
import { findSecurityText, writeLlms, writeRobots } from '@/features/crawlers/robots';
import {
  readMonthName,
  writeMonthSitemap,
  writeNewsSitemap,
  writeSectionSitemap,
  writeSitemapIndex,
} from '@/features/crawlers/sitemaps';
import { newsSchema, sitemapIndexSchema, sitemapSchema } from '@/features/crawlers/testing/sitemap-schemas';
import { writeFeed } from '@/features/crawlers/write-feed';
import { paragraph } from '@/lib/article-body';
import { readEnv } from '@/lib/env';

useFreshDatabase();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

const site = () => readEnv().siteUrl;

async function publish(
  headline: string,
  { at = new Date('2026-05-04T01:00:00Z'), text = '正文。' } = {},
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
      },
      at,
    ),
  );
}

async function expectValid(xml: string, schema: string): Promise<void> {
  const { errors } = await validateXML({ xml: [{ fileName: 'file.xml', contents: xml }], schema: [schema] });
  expect(errors.map(({ message }) => message)).toEqual([]);
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

test('sitemaps are valid, name each live article once and no other', async () => {
  const inMay = await publish('三桥通车');
  const inJune = await publish('步道开放', { at: new Date('2026-05-31T16:00:00Z') });
  const gone = await publish('不在了');
  await tx((q) => leaveListings(q, gone));
  const index = await writeSitemapIndex();
  await expectValid(index, sitemapIndexSchema);
  expect([...index.matchAll(/sitemaps\/([\w-]+)\.xml/gu)].map(([, name]) => name)).toEqual([
    'sections',
    'articles-2026-06',
    'articles-2026-05',
    'news',
  ]);
  const may = (await writeMonthSitemap(readMonthName('articles-2026-05')!))!;
  await expectValid(may, sitemapSchema);
  expect([...may.matchAll(/article\/(\d+)/gu)].map(([, id]) => Number(id))).toEqual([inMay]);
  expect(may).toContain('<lastmod>2026-05-04T09:00:00+08:00</lastmod>');
  expect(await writeMonthSitemap(readMonthName('articles-2026-06')!)).toContain(`/article/${inJune}<`);
  expect(await writeMonthSitemap(readMonthName('articles-2026-07')!)).toBeUndefined();
  await expectValid(await writeSectionSitemap(), sitemapSchema);
});

test('the news sitemap has the last two days and nothing else', async () => {
  const now = new Date('2026-05-06T00:59:00Z');
  const fresh = await publish('三桥 & <通车>', { at: new Date('2026-05-04T01:00:00Z') });
  await publish('旧闻', { at: new Date('2026-05-04T00:58:00Z') });
  const news = await writeNewsSitemap(now);
  await expectValid(news, newsSchema);
  expect([...news.matchAll(/article\/(\d+)/gu)].map(([, id]) => Number(id))).toEqual([fresh]);
  expect(news).toContain('<news:language>zh-cn</news:language>');
});

test.each(['articles-2026-13', 'articles-2026-5', 'articles-2026-05-1', 'articles-2026-05-0', 'articles'])(
  '%s is no month',
  (name) => {
    expect(readMonthName(name)).toBeUndefined();
  },
);

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
  await tx((q) => q.insert(siteSettings).values({ key: 'crawlers', value: { allowsTraining: false } }));
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
