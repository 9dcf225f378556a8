import { and, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';

export type WithdrawnArticle = { sectionId: number; withdrawnAt: Date; withdrawalReason: string };

/** What the notice at a withdrawn article's address may say; never its headline or text. */
export async function findWithdrawnArticle(articleId: number): Promise<WithdrawnArticle | undefined> {
  const [article] = await reader()
    .select({
      sectionId: articles.sectionId,
      withdrawnAt: articles.withdrawnAt,
      withdrawalReason: articles.withdrawalReason,
    })
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.status, 'withdrawn')));
  if (article?.withdrawnAt == null) return undefined;
  return { ...article, withdrawnAt: article.withdrawnAt };
}
