import { and, desc, eq, gte } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { isOwnArticle } from '@/features/articles/own-articles';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';

/** How far back a feed looks. Without it the feed of a portal that imported a million articles would walk them all. */
const furthestBack = 2000;

/**
 * The newest live articles of a section and below it that this newsroom published here: what came along from
 * another system is no news, and subscribers have read it.
 */
export async function listOwnLatest(sectionId: number, limit: number): Promise<ListedArticle[]> {
  const inSection = eq(listings.sectionId, sectionId);
  const newestFirst = [desc(listings.publishedAt), desc(listings.articleId)];
  const [furthest] = await reader()
    .select({ publishedAt: listings.publishedAt })
    .from(listings)
    .where(inSection)
    .orderBy(...newestFirst)
    .limit(1)
    .offset(furthestBack - 1);
  return selectListed(reader())
    .where(and(inSection, furthest && gte(listings.publishedAt, furthest.publishedAt), isOwnArticle()))
    .orderBy(...newestFirst)
    .limit(limit);
}
