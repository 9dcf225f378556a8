import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { searchEntries, searchState, searchTerms } from '@/db/schema/search';
import { sections } from '@/db/schema/sections';
import { searchIndex } from '@/db/search-index';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { rootSectionId } from '@/features/access/testing/newcomers';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { addSection } from '@/features/articles/testing/desk-articles';
import { problemsOfSearchIndex } from '@/features/search/check-search';
import { countSearchSections } from '@/features/search/count-search-sections';
import { forgetArticle } from '@/features/search/index-article';
import { isSearchCurrent, rebuildSearch, tokenVersion } from '@/features/search/rebuild-search';
import { searchArticles } from '@/features/search/search-articles';
import { findMeantTerms, suggestTerms } from '@/features/search/suggest-terms';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

let town: number;
let lake: number;
beforeEach(async () => {
  const root = await rootSectionId();
  town = await addSection(root, 'town');
  lake = await addSection(root, 'lake');
});

let clock = Date.parse('2026-05-01T00:00:00Z');

async function publish(
  headline: string,
  {
    text = '正文。',
    sectionId = town,
    at = new Date((clock += 60_000)),
    source = '澄澜日报',
    person = '沈知渔',
  } = {},
): Promise<number> {
  const body = { type: 'doc' as const, content: [paragraph(text)] };
  return tx((q) =>
    insertArticle(
      q,
      {
        sectionId,
        headline,
        body,
        source: { name: source },
        credits: [{ role: 'reporter', name: person }],
        publishedAt: at,
      },
      at,
    ),
  );
}

async function withdraw(articleId: number): Promise<void> {
  await tx(async (q) => {
    await leaveListings(q, articleId);
    await forgetArticle(q, articleId);
  });
}

const headlines = async (...args: Parameters<typeof searchArticles>) =>
  (await searchArticles(...args)).articles.map(({ headline }) => headline);

test('a name that begins a word stands above the same characters across two words, whichever is newer', async () => {
  await publish('河南南阳下雪');
  await publish('京投收购湖南阳光股权');
  expect(await headlines('南阳')).toEqual(['河南南阳下雪', '京投收购湖南阳光股权']);
});

test('headline hits stand above body hits, words close together above words far apart', async () => {
  await publish('远处', { text: `三桥${'很远。'.repeat(40)}步道` });
  await publish('近处', { text: '三桥边的步道' });
  await publish('三桥和步道');
  expect(await headlines('三桥 步道')).toEqual(['三桥和步道', '近处', '远处']);
});

test('by time the newest stands first, wherever the words are', async () => {
  await publish('三桥通车');
  await publish('别的', { text: '三桥' });
  expect(await headlines('三桥', { order: 'time' })).toEqual(['别的', '三桥通车']);
});

test('quotes hold words together, a minus keeps them out', async () => {
  await publish('三桥今天通车');
  await publish('三桥通车直播');
  expect(await headlines('"三桥通车"')).toEqual(['三桥通车直播']);
  expect(await headlines('三桥 -直播')).toEqual(['三桥今天通车']);
});

test('pages follow each other without a gap or a repetition through all tiers', async () => {
  for (let number = 0; number < 30; number += 1) await publish(`三桥新闻${number}`);
  for (let number = 0; number < 25; number += 1) await publish(`别的${number}`, { text: '三桥' });
  const ids: number[] = [];
  let from: Awaited<ReturnType<typeof searchArticles>>['next'];
  do {
    const page = await searchArticles('三桥', { from });
    ids.push(...page.articles.map(({ id }) => id));
    from = page.next;
  } while (from !== undefined);
  expect(ids).toHaveLength(55);
  expect(new Set(ids).size).toBe(55);
});

test('a search can be narrowed by section, time, source and person', async () => {
  const old = new Date('2020-01-01T00:00:00Z');
  await publish('三桥甲', { sectionId: lake });
  await publish('三桥乙', { at: old });
  await publish('三桥丙', { source: '砚湾融媒', person: '顾南屿' });
  expect(await headlines('三桥', { filters: { sectionId: lake } })).toEqual(['三桥甲']);
  expect(await headlines('三桥', { filters: { until: new Date('2021-01-01') } })).toEqual(['三桥乙']);
  expect(await headlines('三桥', { filters: { from: new Date('2021-01-01') } })).toEqual([
    '三桥丙',
    '三桥甲',
  ]);
  expect(await headlines('三桥', { filters: { source: '砚湾融媒' } })).toEqual(['三桥丙']);
  expect(await headlines('三桥', { filters: { person: '顾南屿' } })).toEqual(['三桥丙']);
  expect(await countSearchSections('三桥')).toMatchObject({
    total: 3,
    sections: [
      { path: 'town', count: 2 },
      { path: 'lake', count: 1 },
    ],
  });
});

test('articles of the same second are all found', async () => {
  const at = new Date('2026-05-02T00:00:00Z');
  for (let number = 0; number < 5; number += 1) await publish(`三桥${number}`, { at });
  expect(await headlines('三桥')).toHaveLength(5);
});

test('an extract shows the words where they stand, marked', async () => {
  await publish('标题', { text: '澄澜江上的Ｇ２０大桥通车了。' });
  const [article] = (await searchArticles('g20')).articles;
  expect(article!.extract).toContainEqual({ text: 'Ｇ２０', isMatch: true });
});

test('pinyin, initials and the same sound lead to the words of live headlines', async () => {
  await publish('澄澜江步道开放');
  expect(await suggestTerms('chenglan')).toContain('澄澜日报');
  expect(await suggestTerms('步')).toEqual(['步道']);
  expect(await findMeantTerms('budao')).toEqual(['步道']);
  expect(await findMeantTerms('bd')).toEqual(['步道']);
  expect(await findMeantTerms('布道')).toEqual(['步道']);
});

test('what leaves the site leaves no word behind: neither a hit, nor a count, nor a suggestion', async () => {
  const id = await publish('绝密步道', { person: '罗一苇' });
  await publish('公开步道');
  await withdraw(id);
  expect(await headlines('绝密')).toEqual([]);
  expect((await countSearchSections('绝密')).total).toBe(0);
  expect(await suggestTerms('罗')).toEqual([]);
  expect(await suggestTerms('jue')).toEqual([]);
  expect(await suggestTerms('步道')).toEqual(['步道']);
});

test('a rebuild makes the same index from the articles, and the check tells what is wrong before it', async () => {
  const kept = await publish('三桥通车');
  await publish('步道开放');
  await rebuildSearch();
  expect(await problemsOfSearchIndex()).toEqual([]);
  const terms = async () =>
    (await reader().select().from(searchTerms)).map(({ term, weight }) => `${term} ${weight}`).toSorted();
  const before = await terms();
  await tx(async (q) => {
    const [entry] = await q.select().from(searchEntries).where(eq(searchEntries.articleId, kept));
    await q.delete(searchIndex).where(eq(searchIndex.ordinal, entry!.ordinal));
    await q.update(searchState).set({ tokenVersion: tokenVersion - 1 });
  });
  expect(await isSearchCurrent()).toBe(false);
  expect(await problemsOfSearchIndex()).toHaveLength(2);
  await rebuildSearch();
  expect(await problemsOfSearchIndex()).toEqual([]);
  expect(await headlines('三桥')).toEqual(['三桥通车']);
  expect(await terms()).toEqual(before);
});

test('while an index is made anew readers search the old one, and nothing that changes meanwhile is lost', async () => {
  const kept = await publish('三桥通车');
  const leaving = await publish('三桥封闭');
  const seen: string[][] = [];
  let added = 0;
  const watch = async () => {
    await withdraw(leaving);
    added = await publish('三桥重新开放');
    seen.push(await headlines('三桥'));
  };
  let watching: Promise<void> | undefined;
  await rebuildSearch(() => {
    watching ??= watch();
  });
  await watching;
  expect(seen).toEqual([['三桥重新开放', '三桥通车']]);
  expect(await headlines('三桥')).toEqual(['三桥重新开放', '三桥通车']);
  expect(await problemsOfSearchIndex()).toEqual([]);
  await withdraw(kept);
  await withdraw(added);
  expect(await headlines('三桥')).toEqual([]);
  expect(await reader().$count(searchTerms)).toBe(0);
});

test('a rebuild that another one overtakes ends without touching what readers search', async () => {
  await publish('三桥通车');
  let second: Promise<void> | undefined;
  const first = rebuildSearch(() => {
    // The first has filled its tables; the second empties and fills them again before it can swap.
    second ??= rebuildSearch();
  });
  await expect(first).rejects.toThrow('另一次重建已经开始');
  await second;
  expect(await problemsOfSearchIndex()).toEqual([]);
  expect(await headlines('三桥')).toEqual(['三桥通车']);
});

test('a rebuild that was killed is told by the check, and the next one mends it', async () => {
  await publish('三桥通车');
  await rebuildSearch();
  await tx((q) => q.update(searchState).set({ rebuildId: 'killed' }));
  await publish('三桥开放');
  expect(await problemsOfSearchIndex()).toEqual(['有一次重建正在进行，或者没有做完。']);
  await rebuildSearch();
  expect(await problemsOfSearchIndex()).toEqual([]);
  expect(await headlines('三桥')).toEqual(['三桥开放', '三桥通车']);
});

test("a section's name finds what stands in it, after all articles that hold the words, renamed or not", async () => {
  await publish('渡口开航', { sectionId: lake });
  await publish('说说湖畔的事');
  await tx((q) => q.update(sections).set({ name: '湖畔' }).where(eq(sections.id, lake)));
  expect(await headlines('湖畔')).toEqual(['说说湖畔的事', '渡口开航']);
  expect(await headlines('湖畔 开航')).toEqual(['渡口开航']);
  expect((await countSearchSections('湖畔')).total).toBe(2);
  await tx((q) => q.update(sections).set({ name: '江畔' }).where(eq(sections.id, lake)));
  expect(await headlines('湖畔')).toEqual(['说说湖畔的事']);
  expect(await headlines('江畔')).toEqual(['渡口开航']);
});

test('after a rebuild only live articles are found by readers', async () => {
  await publish('三桥通车');
  await tx((q) =>
    insertArticle(
      q,
      { sectionId: town, headline: '三桥草稿', body: { type: 'doc', content: [] }, credits: [] },
      new Date(),
    ),
  );
  await rebuildSearch();
  expect(await headlines('三桥')).toEqual(['三桥通车']);
});
