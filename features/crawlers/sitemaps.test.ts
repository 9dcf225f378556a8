import { beforeEach, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { tx } from '@/db/client';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { insertArticles } from '@/features/articles/insert-articles';
import { addSection } from '@/features/articles/testing/desk-articles';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { findMonthSitemap, readMonthFile } from '@/features/crawlers/article-sitemap';
import { lastVisibleChange } from '@/features/crawlers/last-visible-change';
import { planNews, writeNewsSitemap } from '@/features/crawlers/news-sitemap';
import { writeAuthorSitemap, writeSectionSitemap, writeSitemapText } from '@/features/crawlers/page-sitemap';
import { writeSitemapIndex } from '@/features/crawlers/sitemap-index';
import { largestSitemap } from '@/features/crawlers/sitemap-parts';
import { newsSchema, sitemapIndexSchema, sitemapSchema } from '@/features/crawlers/testing/sitemap-schemas';
import { jpeg } from '@/features/media/testing/test-pictures';
import { type Block, paragraph } from '@/lib/article-body';
import { uploaded, useFreshMedia } from '@/features/media/testing/library';

useFreshDatabase();
useFreshMedia();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

type Wishes = { at?: Date; headline?: string; blocks?: Block[]; importKey?: string };

async function publish(...all: Wishes[]): Promise<number[]> {
  return tx((q) =>
    insertArticles(
      q,
      all.map(({ at = new Date('2026-05-04T01:00:00Z'), headline = '三桥通车', blocks = [], importKey }) => ({
        sectionId: town,
        headline,
        body: { type: 'doc', content: [paragraph('正文。'), ...blocks] },
        credits: [{ role: 'reporter', name: '沈知渔' }],
        publishedAt: at,
        importKey,
      })),
      new Date('2026-05-06T00:00:00Z'),
    ),
  );
}

async function textOf(pieces: AsyncGenerator<string> | undefined): Promise<string> {
  let text = '';
  if (pieces !== undefined) for await (const piece of pieces) text += piece;
  return text;
}

const month = async (name: string, limits = largestSitemap) =>
  textOf(await findMonthSitemap(readMonthFile(name)!, limits));
const idsIn = (xml: string) => [...xml.matchAll(/\/article\/(\d+)</gu)].map(([, id]) => Number(id));

async function expectValid(xml: string, schema: string): Promise<void> {
  const { errors } = await validateXML({ xml: [{ fileName: 'file.xml', contents: xml }], schema: [schema] });
  expect(errors.map(({ message }) => message)).toEqual([]);
}

test('sitemaps are valid, name each live article once and no other, with its last real change', async () => {
  const [inMay, inJune, gone] = await publish(
    {},
    { at: new Date('2026-05-31T16:00:00Z') },
    { headline: '不在了' },
  );
  const chief = await addEditor('总编甲', ['chiefEditor']);
  expect(await withdrawArticle(chief, { articleId: gone!, reason: '不实' })).toMatchObject({ ok: true });
  const index = await writeSitemapIndex();
  await expectValid(index, sitemapIndexSchema);
  expect([...index.matchAll(/sitemaps\/([\w-]+)\.xml/gu)].map(([, name]) => name)).toEqual([
    'sections',
    'authors',
    'news',
    'articles-2026-06',
    'articles-2026-05',
  ]);
  expect(index).toContain('articles-2026-06.xml</loc><lastmod>2026-06-01T00:00:00+08:00</lastmod>');
  const may = await month('articles-2026-05');
  await expectValid(may, sitemapSchema);
  expect(idsIn(may)).toEqual([inMay]);
  expect(may).toContain('<lastmod>2026-05-04T09:00:00+08:00</lastmod>');
  expect(idsIn(await month('articles-2026-06'))).toEqual([inJune]);
  expect(await findMonthSitemap(readMonthFile('articles-2026-07')!)).toBeUndefined();
  await expectValid(await writeSectionSitemap(), sitemapSchema);
  await expectValid(await writeAuthorSitemap(), sitemapSchema);
});

test('a withdrawal is a change of everything that machines read', async () => {
  const [id] = await publish({});
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const before = await lastVisibleChange();
  const at = new Date('2026-05-07T00:00:00Z');
  await withdrawArticle(chief, { articleId: id!, reason: '不实' }, at);
  expect(before).toBeDefined();
  expect(await lastVisibleChange()).toEqual(at);
});

test('what a file has no room for stands in the next, each article exactly once', async () => {
  const sameInstant = Array.from({ length: 25 }, () => ({ at: new Date('2026-05-04T01:00:00Z') }));
  const later = Array.from({ length: 20 }, (_, index) => ({ at: new Date(Date.UTC(2026, 4, 5, 0, index)) }));
  const ids = await publish(...sameInstant, ...later);
  const limits = { addresses: 10, bytes: 1_000_000 };
  const parts = await Promise.all(
    [1, 2, 3, 4, 5].map((part) => month(`articles-2026-05${part === 1 ? '' : `-${part}`}`, limits)),
  );
  expect(parts.map((part) => idsIn(part).length)).toEqual([10, 10, 10, 10, 5]);
  expect(parts.flatMap(idsIn)).toEqual(ids);
  expect(await month('articles-2026-05-6', limits)).toBe('');
});

test('the pictures that readers see are named with their article', async () => {
  const asset = await uploaded(await addEditor('总编甲', ['chiefEditor']), await jpeg(900, 600));
  const attrs = { assetId: asset.id, alt: '', caption: '', credit: '' };
  await publish({ blocks: [{ type: 'image', attrs }] });
  const xml = await month('articles-2026-05');
  await expectValid(xml, sitemapSchema);
  expect(xml).toContain(asset.contentHash.slice(2));
});

test('the news sitemap has the last two days, nothing that came from elsewhere, and a thousand to a file', async () => {
  const now = new Date('2026-05-06T00:59:00Z');
  const fresh = Array.from({ length: 2300 }, (_, index) => ({ headline: `三桥 & <通车> ${index}` }));
  await publish(
    ...fresh,
    { at: new Date('2026-05-04T00:58:00Z') },
    { importKey: 'address:old.example.cn/1' },
  );
  expect(await planNews(now)).toEqual({
    parts: 3,
    validUntil: new Date('2026-05-06T01:00:00.001Z'),
    lastExpiry: new Date('2026-05-06T00:58:00.001Z'),
  });
  const files = await Promise.all([1, 2, 3].map((part) => writeNewsSitemap(part, now)));
  await expectValid(files[2]!, newsSchema);
  expect(files.map((file) => idsIn(file).length)).toEqual([1000, 1000, 300]);
  expect(new Set(files.flatMap(idsIn)).size).toBe(2300);
  expect(files[0]).toContain('<news:language>zh-cn</news:language>');
});

test('the plain list takes the newest as far as there is room', async () => {
  const ids = await publish(
    ...Array.from({ length: 30 }, (_, index) => ({ at: new Date(Date.UTC(2026, 4, 5, 0, index)) })),
  );
  const all = (await textOf(writeSitemapText())).trimEnd().split('\n');
  expect(new Set(all).size).toBe(all.length);
  const pages = all.filter((line) => !line.includes('/article/')).length;
  const some = await textOf(writeSitemapText({ addresses: pages + 3, bytes: 1_000_000 }));
  expect([...some.matchAll(/\/article\/(\d+)$/gmu)].map(([, id]) => Number(id))).toEqual(
    ids.toReversed().slice(0, 3),
  );
});

test('whatever stands in headlines, the news sitemap stays valid', async () => {
  const hostile = [
    ']]>',
    '</script>',
    '<b>',
    '&amp;',
    '"\'',
    '\u0000\u0008',
    '\u2028',
    '\ud800',
    '😀',
    '\ufffe',
    '-->',
  ];
  await publish(...hostile.map((headline) => ({ headline: `桥${headline}` })));
  const news = await writeNewsSitemap(1, new Date('2026-05-04T02:00:00Z'));
  await expectValid(news, newsSchema);
  expect(idsIn(news)).toHaveLength(hostile.length);
});

test.each(['articles-2026-13', 'articles-2026-5', 'articles-2026-05-1', 'articles-2026-05-0', 'articles'])(
  '%s is no month',
  (name) => {
    expect(readMonthFile(name)).toBeUndefined();
  },
);
