import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { tags } from '@/db/schema/articles';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { insertArticles } from '@/features/articles/insert-articles';
import { addSection } from '@/features/articles/testing/desk-articles';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { findTagFeed } from '@/features/crawlers/feed-entries';
import { writeSitemapIndex } from '@/features/crawlers/sitemap-index';
import { writeTagSitemap } from '@/features/crawlers/page-sitemap';
import { findTag, listTagPage } from '@/features/tags/list-tag-page';
import { paragraph } from '@/lib/article-body';
import { tagAddress } from '@/lib/addresses';

useFreshDatabase();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

async function publish(names: string[], howMany = 1, isLive = true): Promise<number[]> {
  return tx((q) =>
    insertArticles(
      q,
      Array.from({ length: howMany }, (_, index) => ({
        sectionId: town,
        headline: `第 ${index + 1} 篇`,
        body: { type: 'doc' as const, content: [paragraph('正文。')] },
        credits: [],
        tags: names,
        ...(isLive && { publishedAt: new Date(Date.UTC(2026, 4, 1, 0, index)) }),
      })),
      new Date('2026-05-06T00:00:00Z'),
    ),
  );
}

const ask = (path: string, query = '') => resolveAddress(path, new URLSearchParams(query));
const kindOf = async (path: string, query = '') => (await ask(path, query)).kind;

test('a tag lists its live articles, the newest first, page by page, and ends', async () => {
  const ids = await publish(['河岸', '步道'], 25);
  await publish(['别的'], 3);
  const tag = (await findTag('河岸'))!;
  const pages = [await listTagPage(tag.id, 1), await listTagPage(tag.id, 2)];
  expect(pages.flatMap(({ articles }) => articles.map(({ id }) => id))).toEqual(ids.toReversed());
  expect(pages[0]!.pageCount).toBe(2);
  expect(await ask('/tag/河岸', 'page=2')).toEqual({
    kind: 'live',
    route: { path: `/tag/${tag.id}`, query: 'page=2' },
  });
  expect(await ask('/tag/河岸', 'page=1')).toEqual({ kind: 'moved', to: tagAddress('河岸') });
  for (const page of ['3', '0', '-1', 'x', '1e3'])
    expect(await kindOf('/tag/河岸', `page=${page}`)).toBe('missing');
});

test('a tag of drafts has no page, and a tag loses its page, feeds and sitemap with its last article', async () => {
  await publish(['只在草稿'], 1, false);
  const [id] = await publish(['河岸']);
  expect(await kindOf('/tag/只在草稿')).toBe('missing');
  const tag = (await findTag('河岸'))!;
  expect(await writeTagSitemap()).toContain(`${tagAddress('河岸')}</loc><lastmod>2026-05-01T08:00:00+08:00`);
  expect(await writeTagSitemap()).not.toContain(tagAddress('只在草稿'));
  expect(await writeSitemapIndex()).toContain('/sitemaps/tags.xml');
  expect(await kindOf('/sitemaps/tags.xml')).toBe('live');
  expect((await findTagFeed(tag.id))!.entries).toHaveLength(1);
  const chief = await addEditor('总编甲', ['chiefEditor']);
  await withdrawArticle(chief, { articleId: id!, reason: '不实' });
  expect(await kindOf('/tag/河岸')).toBe('missing');
  expect(await kindOf('/tag/河岸/feed.xml')).toBe('missing');
  expect(await findTagFeed(tag.id)).toBeUndefined();
  expect(await writeSitemapIndex()).not.toContain('/sitemaps/tags.xml');
  expect(await kindOf('/sitemaps/tags.xml')).toBe('missing');
});

test('every other spelling moves to the one address in one hop, and its page comes along', async () => {
  await publish(['NBA'], 25);
  for (const path of ['/tag/nba', '/Tag/NBA', '/tag/NBA/', '//tag//NBA', '/tag/ＮＢＡ']) {
    expect([path, await ask(path, 'page=2')]).toEqual([path, { kind: 'moved', to: '/tag/NBA?page=2' }]);
  }
  expect(await ask('/tag/nba/Feed.XML')).toEqual({ kind: 'moved', to: '/tag/NBA/feed.xml' });
  expect(await kindOf('/tag/NBA', 'utm_source=x')).toBe('live');
});

test.each(['/tag', '/tag/', '/tag/无此标签', '/tag/河岸/无此', '/tag/河岸/feed.xml/x', '/tag/1'])(
  '%s is missing',
  async (path) => {
    await publish(['河岸']);
    expect(await kindOf(path)).toBe('missing');
  },
);

test.each(['100%', 'a?b', 'a#b', '“引号”', "it's", '<b>&', '😀', 'a;b,c', '[x]'])(
  'the tag %s has an address that leads to it',
  async (name) => {
    await publish([name]);
    const [stored] = await reader().select({ id: tags.id }).from(tags);
    const address = new URL(tagAddress(name)!, 'https://news.example');
    expect(address.search + address.hash).toBe('');
    expect(await ask(decodeURIComponent(address.pathname))).toMatchObject({
      kind: 'live',
      route: { path: `/tag/${stored!.id}` },
    });
    expect((await ask(`/tag/${name}/feed.json`)).kind).toBe('live');
  },
);

test('a name that no address can hold gets none', () => {
  expect(['a/b', 'a\\b', '.', '..', '\ud800'].map(tagAddress)).toEqual(Array(5).fill(undefined));
});
