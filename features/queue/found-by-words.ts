import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { searchEntries } from '@/db/schema/search';
import { deskMatches, deskSearchIndex, matches, searchIndex } from '@/db/search-index';
import { parseSearchQuery, type SearchQuery } from '@/lib/search-query';

/** What the words of a search mean: a number (`1042`, `#1042`), words of the text, or both. */
export type Words = { articleId: number | undefined; query: SearchQuery };

export function readWords(words: string): Words {
  const [, mark, digits] = /^\s*([#＃]?)\s*(\d{1,15})\s*$/u.exec(words.normalize('NFKC')) ?? [];
  return {
    articleId: digits === undefined ? undefined : Number(digits),
    // With the sign in front nothing but the number is meant.
    query: parseSearchQuery(mark === '#' ? '' : words),
  };
}

/**
 * The numbers of all articles, live or not, that the words find; undefined when they can find none. The
 * caller's own conditions decide which of them the editor sees.
 */
export function foundByWords({ articleId, query }: Words) {
  const byNumber =
    articleId === undefined
      ? undefined
      : reader().select({ id: articles.id }).from(articles).where(eq(articles.id, articleId));
  if (query.wanted.length === 0) return byNumber?.as('found');
  const live = reader()
    .select({ id: searchEntries.articleId })
    .from(searchIndex)
    .innerJoin(searchEntries, eq(searchEntries.ordinal, searchIndex.ordinal))
    .where(matches(query));
  const other = reader()
    .select({ id: deskSearchIndex.articleId })
    .from(deskSearchIndex)
    .where(deskMatches(query));
  // `union`, not `union all`: an article may be found by its number and by its words.
  return (byNumber === undefined ? live.union(other) : live.union(other).union(byNumber)).as('found');
}
