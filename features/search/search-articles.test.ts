import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { forgetArticle } from '@/features/search/index-article';
import { searchArticles } from '@/features/search/search-articles';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

const publishedAt = new Date('2026-05-01T00:00:00Z');

async function publish(headline: string, text: string, isDraft = false): Promise<number> {
  const body = { type: 'doc' as const, content: [paragraph(text)] };
  const credits = [{ role: 'reporter' as const, name: '张三' }];
  return tx((q) =>
    insertArticle(
      q,
      { sectionId: 1, headline, body, credits, publishedAt: isDraft ? undefined : publishedAt },
      publishedAt,
    ),
  );
}

const found = async (query: string) =>
  (await searchArticles(query)).articles.map((article) => article.headline);

beforeEach(() => tx((q) => ensureFoundation(q)));

test.for(['汐桥', '桥', '三桥通车', 'G20', 'ｇ２０', '张　三', '三桥 市民'])('%s is found', async (query) => {
  await publish('澄澜江三桥通车', '汐桥以北，G20 大道上的市民……');
  expect(await found(query)).toEqual(['澄澜江三桥通车']);
});

test('both words of a query have to occur', async () => {
  await publish('三桥通车', '江上。');
  expect(await found('三桥 地铁')).toEqual([]);
});

test('a headline hit stands before a body hit', async () => {
  await publish('水务局公布名单', '荻浦河治理完成。');
  await publish('荻浦河变清了', '水务局说。');
  expect(await found('荻浦河')).toEqual(['荻浦河变清了', '水务局公布名单']);
});

test('neither a draft nor an article taken off the site is found', async () => {
  await publish('草稿里的三桥', '正文', true);
  const id = await publish('下线的三桥', '正文');
  await tx(async (q) => {
    await leaveListings(q, id);
    await forgetArticle(q, id);
  });
  expect(await found('三桥')).toEqual([]);
});

test.for([
  '',
  '   ',
  '"',
  '*',
  'NEAR(',
  'a AND',
  "'; drop table articles;--",
  '😀',
  '%_^:',
  '桥'.repeat(5000),
])('the query %j gives an answer and no error', async (query) => {
  await publish('三桥', '正文');
  expect(await found(query)).toEqual([]);
});
