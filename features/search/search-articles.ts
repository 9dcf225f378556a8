import { and, desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { matches, relevance, searchIndex } from '@/db/search-index';
import { listings } from '@/db/schema/articles';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { getRootSection } from '@/features/sections/section-tree';
import { queryPhrases } from '@/lib/search-tokens';

export const mostSearchResults = 30;

/**
 * Live articles that hold every word of the query, the best first. Empty when the query has no word in it.
 * Only what is listed can be found: a draft or a withdrawn article has no listing.
 */
export async function searchArticles(query: string): Promise<ListedArticle[]> {
  const phrases = queryPhrases(query);
  if (phrases.length === 0) return [];
  return selectListed(reader())
    .innerJoin(searchIndex, eq(searchIndex.articleId, listings.articleId))
    .where(and(matches(phrases), eq(listings.sectionId, (await getRootSection()).id)))
    .orderBy(relevance, desc(listings.publishedAt), desc(listings.articleId))
    .limit(mostSearchResults);
}
