import { asc, eq, gt } from 'drizzle-orm';
import { type Query, reader, tx } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { searchState } from '@/db/schema/search';
import { getStoredContent } from '@/features/articles/article-content';
import { searchableText } from '@/features/articles/store-content';
import { forgetArticle, indexArticle, indexDraft } from '@/features/search/index-article';

/** Raised whenever lib/search-tokens.ts answers other tokens for the same text, or the index has other columns. */
export const tokenVersion = 1;

/** Articles of one transaction: enough to be quick, few enough that an editor's save waits for nobody. */
const batch = 100;

/** Whether the index was made by the rules of this program. */
export async function isSearchCurrent(): Promise<boolean> {
  const [state] = await reader().select().from(searchState);
  return state?.tokenVersion === tokenVersion;
}

/**
 * Makes the index anew from the articles, beside readers and editors. An article that changes meanwhile is
 * indexed by its own verb; whichever comes last sees the newest text, because both read and write in one
 * transaction. `report` hears how many of how many are done.
 */
export async function rebuildSearch(
  report: (done: number, all: number) => void = () => undefined,
  now = new Date(),
): Promise<void> {
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
      for (const { id } of ids) await indexAgain(q, id);
    });
    after = ids.at(-1)!.id;
    done += ids.length;
    report(done, all);
    // Readers and editors of this process get their turn between two transactions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await tx(async (q) => {
    await q
      .insert(searchState)
      .values({ id: 1, tokenVersion, builtAt: now })
      .onConflictDoUpdate({ target: searchState.id, set: { tokenVersion, builtAt: now } });
  });
}

async function indexAgain(q: Query, articleId: number): Promise<void> {
  const [listed] = await q
    .select({ publishedAt: listings.publishedAt })
    .from(listings)
    .where(eq(listings.articleId, articleId))
    .limit(1);
  const text = searchableText(await getStoredContent(q, articleId));
  await forgetArticle(q, articleId);
  if (listed === undefined) await indexDraft(q, articleId, text);
  else await indexArticle(q, { articleId, publishedAt: listed.publishedAt }, text);
}
