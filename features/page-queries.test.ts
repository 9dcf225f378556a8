import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { tx } from '@/db/client';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { findNeighbours } from '@/features/articles/find-neighbours';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { findWithdrawnArticle } from '@/features/articles/find-withdrawn-article';
import { insertArticle } from '@/features/articles/insert-article';
import { listLatest } from '@/features/articles/list-latest';
import { listSectionPage } from '@/features/articles/list-section-page';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { searchArticles } from '@/features/search/search-articles';
import { getSiteView } from '@/features/sections/get-site-view';
import { findSectionByPath, getRootSection } from '@/features/sections/section-tree';
import { findTag, findTagById, listTagPage } from '@/features/tags/list-tag-page';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

/** Every statement the pages prepare while a test runs, as SQLite received it. */
let statements: string[] = [];

beforeEach(async () => {
  await tx(async (q) => {
    await ensureFoundation(q);
    for (let minute = 0; minute < 50; minute += 1) {
      const publishedAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
      const body = { type: 'doc' as const, content: [paragraph('一段正文。')] };
      await insertArticle(
        q,
        { sectionId: 1, headline: `第 ${minute} 篇`, body, credits: [], publishedAt },
        publishedAt,
      );
    }
  });
  statements = [];
  const { reader } = database();
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((source: string) => {
    statements.push(source);
    return prepare(source);
  }) as typeof reader.prepare;
});

afterEach(() => {
  statements = [];
});

/** What SQLite would do for each recorded statement; bound values do not change a plan here. */
function plans(): string[] {
  const { writer } = database();
  return statements.flatMap((source) => {
    const placeholders = source.match(/\?/gu)?.length ?? 0;
    const explained = writer
      .prepare(`explain query plan ${source}`)
      .all(...Array<number>(placeholders).fill(1));
    return (explained as { detail: string }[]).map(({ detail }) => `${detail}\n  in ${source}`);
  });
}

const readsWholeTable = (table: string) => (plan: string) =>
  new RegExp(`^SCAN ${table}(?! USING (COVERING )?INDEX)`, 'u').test(plan);

const pages: Record<string, () => Promise<unknown>> = {
  'the home page': () => listFrontBlocks('home'),
  'the side of an article': () => listFrontBlocks('article', 7),
  'an article': () => findPublishedArticle(7),
  'the neighbours of an article': () =>
    findNeighbours({ sectionId: 1, articleId: 7, publishedAt: new Date(Date.UTC(2026, 0, 1, 0, 6)) }),
  'the first page of a list': () => listSectionPage(1, 1),
  'a deep page of a list': () => listSectionPage(1, 3),
  'the newest of a section': () => listLatest(1, 10),
  'a section by its path': () => findSectionByPath('town/express'),
  'what surrounds a page': () => getSiteView(1),
  'the root': () => getRootSection(),
  'a search': () => searchArticles('正文'),
  'the notice of a withdrawn article': () => findWithdrawnArticle(7),
  'the standing of an article': () => resolveAddress('/article/7', new URLSearchParams()),
  'the standing of a list page': () => resolveAddress('/latest', new URLSearchParams('page=2')),
  'a page of a tag': () => listTagPage(1, 2),
  'a tag by its name': () => findTag('河岸'),
  'a tag by its number': () => findTagById(1),
  'the standing of an unknown address': () =>
    resolveAddress('/system/2018/07/01/1.shtml', new URLSearchParams()),
};

test.for(Object.keys(pages))(
  '%s is read by index and never by reading all articles or listings',
  async (name) => {
    await pages[name]!();
    expect(statements).not.toEqual([]);
    const scans = plans().filter((plan) =>
      ['articles', 'listings', 'listing_days', 'redirects', 'media_assets', 'article_tags', 'tags'].some(
        (table) => readsWholeTable(table)(plan),
      ),
    );
    expect(scans).toEqual([]);
  },
);

test.for([
  'the home page',
  'the first page of a list',
  'a deep page of a list',
  'the neighbours of an article',
  'the newest of a section',
])('%s takes its order from an index and sorts no list', async (name) => {
  await pages[name]!();
  const sorts = plans().filter((plan) => plan.startsWith('USE TEMP B-TREE') && plan.includes('"listings"'));
  expect(sorts).toEqual([]);
});

test('the check itself notices a query that reads all articles', () => {
  statements = ['select "headline" from "articles" where "headline" = ?'];
  expect(plans().filter(readsWholeTable('articles'))).toHaveLength(1);
});
