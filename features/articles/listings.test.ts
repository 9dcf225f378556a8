import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database, reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { articles, listingDays, listings } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { insertArticle } from '@/features/articles/insert-article';
import { listSectionPage } from '@/features/articles/list-section-page';
import { leaveListings } from '@/features/articles/listings';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

const body = { type: 'doc' as const, content: [paragraph('正文。')] };
const now = new Date('2026-05-01T00:00:00Z');

/** A repeatable sequence of numbers below `limit` (Park–Miller). */
function sequence(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

async function tree(): Promise<number[]> {
  return tx(async (q) => {
    await ensureFoundation(q);
    const [town] = await q
      .insert(sections)
      .values({ path: 'town', name: '城镇', kind: 'subsite', parentId: 1 })
      .returning();
    const [express] = await q
      .insert(sections)
      .values({ path: 'town/express', name: '快报', kind: 'section', parentId: town!.id })
      .returning();
    const [news] = await q
      .insert(sections)
      .values({ path: 'news', name: '要闻', kind: 'section', parentId: 1 })
      .returning();
    return [1, town!.id, express!.id, news!.id];
  });
}

test('after any sequence of publishing and leaving, lists and counts agree with the articles', async () => {
  const sectionIds = await tree();
  const next = sequence(20_261_123);
  const live = new Map<number, { sectionId: number; publishedAt: Date }>();
  for (let step = 0; step < 400; step += 1) {
    if (live.size > 0 && next(3) === 0) {
      const articleId = [...live.keys()][next(live.size)]!;
      await tx((q) => leaveListings(q, articleId));
      live.delete(articleId);
    } else {
      const sectionId = sectionIds[next(sectionIds.length)]!;
      // Few distinct instants on few days, so that ties and busy days occur.
      const publishedAt = new Date(Date.UTC(2026, 0, 1 + next(6), next(24)));
      const id = await tx((q) =>
        insertArticle(q, { sectionId, headline: '稿', body, credits: [], publishedAt }, now),
      );
      live.set(id, { sectionId, publishedAt });
    }
  }

  const [rootId, townId, expressId] = sectionIds;
  const branch = new Map([
    [rootId, sectionIds],
    [townId, [townId, expressId]],
    [expressId, [expressId]],
  ]);
  for (const [sectionId, branchIds] of branch) {
    const expected = [...live]
      .filter(([, article]) => branchIds!.includes(article.sectionId))
      .toSorted(([a, one], [b, other]) => other.publishedAt.getTime() - one.publishedAt.getTime() || b - a)
      .map(([id]) => id);
    const { pageCount } = await listSectionPage(sectionId!, 1);
    const read: number[] = [];
    for (let page = 1; page <= pageCount; page += 1) {
      const listed = await listSectionPage(sectionId!, page);
      expect(listed.articles.length).toBeGreaterThan(0);
      read.push(...listed.articles.map((article) => article.id));
    }
    expect(read).toEqual(expected);
    expect((await listSectionPage(sectionId!, pageCount + 1)).articles).toEqual([]);
  }
});

test('an article that left its lists leaves no day with a count of zero', async () => {
  const [rootId] = await tree();
  const id = await tx((q) =>
    insertArticle(q, { sectionId: rootId!, headline: '稿', body, credits: [], publishedAt: now }, now),
  );
  await tx((q) => leaveListings(q, id));
  expect(await reader().select().from(listings)).toEqual([]);
  expect(await reader().select().from(listingDays)).toEqual([]);
});

test('publishing raises the content version, storing a draft does not', async () => {
  const [rootId] = await tree();
  const before = await readContentVersion();
  await tx((q) => insertArticle(q, { sectionId: rootId!, headline: '草稿', body, credits: [] }, now));
  expect(await readContentVersion()).toBe(before);
  await tx((q) =>
    insertArticle(q, { sectionId: rootId!, headline: '稿', body, credits: [], publishedAt: now }, now),
  );
  expect(await readContentVersion()).toBe(before + 1);
});

test('a failed insertion leaves neither article nor listing', async () => {
  const [rootId] = await tree();
  const failing = tx(async (q) => {
    await insertArticle(q, { sectionId: rootId!, headline: '稿', body, credits: [], publishedAt: now }, now);
    throw new Error('after the insertion');
  });
  await expect(failing).rejects.toThrow('after the insertion');
  expect(await reader().select({ id: articles.id }).from(articles)).toEqual([]);
  expect(await reader().select().from(listings)).toEqual([]);
});

test('the number of rows a page reads does not grow with its number', async () => {
  const [rootId] = await tree();
  await tx(async (q) => {
    for (let index = 0; index < 600; index += 1) {
      const publishedAt = new Date(Date.UTC(2025, 0, 1 + Math.floor(index / 7), index % 7));
      await insertArticle(
        q,
        { sectionId: rootId!, headline: `第 ${index} 篇`, body, credits: [], publishedAt },
        now,
      );
    }
  });
  const { reader: connection } = database();
  const offsets: number[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    const statement = prepare(source);
    if (!source.includes('offset')) return statement;
    const all = statement.all.bind(statement);
    statement.all = (...values: unknown[]) => {
      offsets.push(Number(values.at(-1)));
      return all(...values);
    };
    return statement;
  }) as typeof connection.prepare;
  await listSectionPage(rootId!, 2);
  await listSectionPage(rootId!, 29);
  expect(offsets.length).toBe(2);
  // Seven articles a day: what is skipped never leaves the day on which the page begins.
  expect(Math.max(...offsets)).toBeLessThan(7);
});

test('a section that still has articles cannot be deleted', async () => {
  const [, townId] = await tree();
  await tx((q) =>
    insertArticle(q, { sectionId: townId!, headline: '稿', body, credits: [], publishedAt: now }, now),
  );
  const deletion = tx((q) =>
    q
      .delete(sections)
      .where(eq(sections.id, townId!))
      .returning({ id: sql<number>`id` }),
  );
  await expect(deletion).rejects.toThrow('FOREIGN KEY');
});
