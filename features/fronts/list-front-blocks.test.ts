import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { blockItems, blocks } from '@/db/schema/fronts';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { listCityObservation } from '@/features/fronts/list-city-observation';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import type { BlockKind } from '@/lib/block-kind';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

const body = { type: 'doc' as const, content: [paragraph('正文。')] };
let ids: number[] = [];

beforeEach(async () => {
  await tx((q) => ensureFoundation(q));
  ids = await tx(async (q) => {
    const inserted: number[] = [];
    for (let hour = 0; hour < 30; hour += 1) {
      const publishedAt = new Date(Date.UTC(2026, 0, 1, hour));
      inserted.push(
        await insertArticle(
          q,
          { sectionId: 1, headline: `第 ${hour} 篇`, body, credits: [], publishedAt },
          publishedAt,
        ),
      );
    }
    return inserted;
  });
});

async function headlines(key: 'home' | 'article', kind: BlockKind, articleId?: number): Promise<string[]> {
  const block = (await listFrontBlocks(key, articleId)).find((one) => one.kind === kind)!;
  return block.items.map(({ headline }) => headline);
}

async function place(kind: BlockKind, item: Partial<typeof blockItems.$inferInsert>): Promise<void> {
  await tx(async (q) => {
    const found = await q.select({ id: blocks.id }).from(blocks).where(eq(blocks.kind, kind));
    for (const { id } of found) await q.insert(blockItems).values({ blockId: id, position: 0, ...item });
  });
}

test('hand-placed items come first and the newest fill the rest', async () => {
  await place('lead', { articleId: ids[3] });
  expect(await headlines('home', 'lead')).toEqual(['第 3 篇', '第 29 篇', '第 28 篇', '第 27 篇']);
});

test('a rule repeats no article of another block, except in the rolling list', async () => {
  await place('cityObservation', { articleId: ids[29] });
  expect(await headlines('home', 'lead')).not.toContain('第 29 篇');
  expect((await headlines('home', 'rolling'))[0]).toBe('第 29 篇');
  const lead = await headlines('home', 'lead');
  const observation = await headlines('home', 'cityObservation');
  expect(lead.filter((headline) => observation.includes(headline))).toEqual([]);
});

test('a hand-placed article that was taken off the site is not shown', async () => {
  await place('lead', { articleId: ids[3] });
  await tx((q) => leaveListings(q, ids[3]!));
  expect(await headlines('home', 'lead')).not.toContain('第 3 篇');
});

test("an item bound to an article's page is shown there first and nowhere else", async () => {
  await place('cityObservation', {
    headline: '旧页面的侧栏',
    abstract: '摘要。',
    shownWithArticleId: ids[5],
  });
  expect((await headlines('article', 'cityObservation', ids[5]))[0]).toBe('旧页面的侧栏');
  expect(await headlines('article', 'cityObservation', ids[6])).not.toContain('旧页面的侧栏');
  expect(await headlines('home', 'cityObservation')).not.toContain('旧页面的侧栏');
});

test('the list of 城市观察 has its articles once, the newest first, and no headline that leads nowhere', async () => {
  await place('cityObservation', { headline: '旧页面的侧栏', abstract: '摘要。' });
  await place('cityObservation', { articleId: ids[3], position: 1 });
  const listed = await listCityObservation(50);
  expect(listed.map(({ headline }) => headline)).toContain('第 3 篇');
  expect(listed.map(({ headline }) => headline)).not.toContain('旧页面的侧栏');
  const numbers = listed.map(({ id }) => id);
  expect(new Set(numbers).size).toBe(numbers.length);
  const times = listed.map(({ publishedAt }) => publishedAt.getTime());
  expect(times).toEqual(times.toSorted((one, other) => other - one));
  await tx((q) => leaveListings(q, ids[3]!));
  expect((await listCityObservation(50)).map(({ id }) => id)).not.toContain(ids[3]);
});

test('an article is not listed beside itself', async () => {
  expect(await headlines('article', 'recent', ids[29])).not.toContain('第 29 篇');
  expect(await headlines('article', 'recent', ids[28])).toContain('第 29 篇');
});

test('a hand-written headline stands in place of the article’s own', async () => {
  await place('lead', { articleId: ids[3], headline: '首页标题' });
  expect((await headlines('home', 'lead'))[0]).toBe('首页标题');
});

test('an empty newsroom has blocks without items', async () => {
  await tx(async (q) => {
    for (const id of ids) await leaveListings(q, id);
  });
  expect((await listFrontBlocks('home')).every(({ items }) => items.length === 0)).toBe(true);
});
