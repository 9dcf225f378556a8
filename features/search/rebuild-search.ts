import { randomUUID } from 'node:crypto';
import { asc, eq, gt } from 'drizzle-orm';
import { type Query, reader, tx } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { searchState } from '@/db/schema/search';
import { emptyNextSearchTables, swapSearchTables } from '@/db/search-index';
import { getStoredContent } from '@/features/articles/article-content';
import { searchableText } from '@/features/articles/store-content';
import { forgetArticle, indexArticle, indexDraft } from '@/features/search/index-article';
import { nextTables } from '@/features/search/index-tables';
import { PlainError } from '@/lib/problems';

/** Raised whenever lib/search-tokens.ts answers other tokens for the same text, or the index has other columns. */
export const tokenVersion = 2;

/** Of a portal whose index was never made. */
const noIndex = 0;

/** Articles of one transaction: enough to be quick, few enough that an editor's save waits for nobody. */
const batch = 100;

/** Whether the index was made by the rules of this program. */
export async function isSearchCurrent(): Promise<boolean> {
  const [state] = await reader().select().from(searchState);
  return state?.tokenVersion === tokenVersion;
}

/**
 * Makes the index anew from the articles, beside readers and editors: into tables of its own, which take the
 * place of those in use in one transaction at the end. Until then readers search the old index; what changes
 * meanwhile is written into both by its verb. A second rebuild ends the first one, which then says so.
 * `report` hears how many of how many are done. Needs the space of a second index while it runs.
 */
export async function rebuildSearch(
  report: (done: number, all: number) => void = () => undefined,
  now = new Date(),
): Promise<void> {
  const rebuildId = randomUUID();
  await tx(async (q) => {
    emptyNextSearchTables();
    await q
      .insert(searchState)
      .values({ id: 1, tokenVersion: noIndex, builtAt: now, rebuildId })
      .onConflictDoUpdate({ target: searchState.id, set: { rebuildId } });
  });
  await fillNextTables(rebuildId, report);
  await tx(async (q) => {
    await refuseIfOvertaken(q, rebuildId);
    swapSearchTables();
    await q.update(searchState).set({ tokenVersion, builtAt: now, rebuildId: null });
  });
  await tx(async () => emptyNextSearchTables());
}

async function fillNextTables(rebuildId: string, report: (done: number, all: number) => void): Promise<void> {
  const all = await reader().$count(articles);
  let done = 0;
  for (let after = 0; ;) {
    const ids = await reader()
      .select({ id: articles.id })
      .from(articles)
      .where(gt(articles.id, after))
      .orderBy(asc(articles.id))
      .limit(batch);
    if (ids.length === 0) break;
    await tx(async (q) => {
      await refuseIfOvertaken(q, rebuildId);
      for (const { id } of ids) await indexAgain(q, id);
    });
    after = ids.at(-1)!.id;
    done += ids.length;
    report(done, all);
    // Readers and editors of this process get their turn between two transactions.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Another rebuild has emptied the tables: what was written before is gone. */
async function refuseIfOvertaken(q: Query, rebuildId: string): Promise<void> {
  const [state] = await q.select({ rebuildId: searchState.rebuildId }).from(searchState);
  if (state?.rebuildId !== rebuildId) {
    throw new PlainError('另一次重建已经开始，这一次不再继续；读者用的索引没有变。');
  }
}

async function indexAgain(q: Query, articleId: number): Promise<void> {
  const [listed] = await q
    .select({ publishedAt: listings.publishedAt })
    .from(listings)
    .where(eq(listings.articleId, articleId))
    .limit(1);
  const text = searchableText(await getStoredContent(q, articleId));
  // An article that changed since the rebuild began stands there already.
  await forgetArticle(q, articleId, [nextTables]);
  if (listed === undefined) await indexDraft(q, articleId, text, [nextTables]);
  else await indexArticle(q, { articleId, publishedAt: listed.publishedAt }, text, [nextTables]);
}
