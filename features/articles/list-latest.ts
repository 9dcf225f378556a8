import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';

/** The newest live articles of a section and everything below it. */
export async function listLatest(sectionId: number, limit: number): Promise<ListedArticle[]> {
  return selectListed(reader())
    .where(eq(listings.sectionId, sectionId))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(limit);
}
