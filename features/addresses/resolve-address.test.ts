import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { redirects } from '@/db/schema/site';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

const now = new Date('2026-05-01T00:00:00Z');
const body = { type: 'doc' as const, content: [paragraph('正文。')] };
let townId = 0;

beforeEach(async () => {
  await tx(async (q) => {
    await ensureFoundation(q);
    const [town] = await q
      .insert(sections)
      .values({ path: 'town', name: '城镇', kind: 'section', parentId: 1 })
      .returning();
    townId = town!.id;
  });
});

const publish = (headline = '一篇稿件') =>
  tx((q) => insertArticle(q, { sectionId: townId, headline, body, credits: [], publishedAt: now }, now));

async function standing(address: string) {
  const [path, query] = address.split('?');
  return resolveAddress(path!, new URLSearchParams(query));
}

async function withdraw(articleId: number): Promise<void> {
  await tx(async (q) => {
    await leaveListings(q, articleId);
    await q.update(articles).set({ status: 'withdrawn', withdrawnAt: now }).where(eq(articles.id, articleId));
  });
}

test('a published article is live, and parameters it does not declare are dropped', async () => {
  const id = await publish();
  expect(await standing(`/article/${id}?utm_source=wechat`)).toEqual({
    kind: 'live',
    route: { path: `/article/${id}`, query: '' },
  });
});

test('a draft is as missing as an article that was never written', async () => {
  const draft = await tx((q) =>
    insertArticle(q, { sectionId: townId, headline: '草稿', body, credits: [] }, now),
  );
  expect(await standing(`/article/${draft}`)).toEqual(await standing('/article/999999'));
  expect((await standing(`/article/${draft}`)).kind).toBe('missing');
});

test('a withdrawn article is gone, also under its old addresses', async () => {
  const id = await publish();
  await tx((q) =>
    q.insert(redirects).values({ fromPath: '/system/1.shtml', articleId: id, createdAt: now }).returning(),
  );
  await withdraw(id);
  const gone = { kind: 'gone', route: { path: '/notice/gone', query: `article=${id}` } };
  expect(await standing(`/article/${id}`)).toEqual(gone);
  expect(await standing('/system/1.shtml')).toEqual(gone);
});

test.for([
  '/article/0',
  '/article/-1',
  '/article/01',
  '/article/1e9',
  '/article/abc',
  '/article/99999999999999999999',
  '/article',
  '/notice/missing',
  '/notice/gone',
])('%s is missing', async (address) => {
  expect((await standing(address)).kind).toBe('missing');
});

test.for([
  ['/town/', '/town'],
  ['//town', '/town'],
  ['/TOWN', '/town'],
  ['/town?page=1', '/town'],
  ['/about/', '/about'],
  ['//', '/'],
])('%s moves to %s in one hop', async ([from, to]) => {
  expect(await standing(from!)).toEqual({ kind: 'moved', to });
});

test.for(['0', '-1', '1e9', 'abc', '2', '', '１', '1&page=1', '9999999999'])(
  'page %j of a list with one page is missing',
  async (page) => {
    await publish();
    expect((await standing(`/town?page=${page}`)).kind).toBe('missing');
  },
);

test('the last page of a list is live and the one after it is missing', async () => {
  for (let index = 0; index < 21; index += 1) await publish(`第 ${index} 篇`);
  expect(await standing('/town?page=2&from=app')).toEqual({
    kind: 'live',
    route: { path: '/town', query: 'page=2' },
  });
  expect((await standing('/latest?page=2')).kind).toBe('live');
  expect((await standing('/town?page=3')).kind).toBe('missing');
});

test('an old address leads to where the article or section is now', async () => {
  const id = await publish();
  await tx(async (q) => {
    await q.insert(redirects).values([
      { fromPath: '/system/2018/07/01/021234567.shtml', articleId: id, createdAt: now },
      { fromPath: '/view.php?id=7', articleId: id, createdAt: now },
      { fromPath: '/old-town', sectionId: townId, createdAt: now },
    ]);
    await q.update(sections).set({ path: 'towns' }).where(eq(sections.id, townId));
  });
  expect(await standing('/system/2018/07/01/021234567.shtml')).toEqual({
    kind: 'moved',
    to: `/article/${id}`,
  });
  expect(await standing('/view.php?id=7')).toEqual({ kind: 'moved', to: `/article/${id}` });
  expect((await standing('/view.php?id=8')).kind).toBe('missing');
  expect(await standing('/old-town')).toEqual({ kind: 'moved', to: '/towns' });
});

test('the front page is valid until the day ends in Beijing', async () => {
  const home = await standing('/');
  expect(home.kind === 'live' && home.route.validUntil!.getTime() % 86_400_000).toBe(16 * 3_600_000);
});
