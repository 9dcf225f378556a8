import { eq } from 'drizzle-orm';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { articles } from '@/db/schema/articles';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { forgetArticle } from '@/features/search/index-article';
import { paragraph } from '@/lib/article-body';

/*
 * States that journeys start from, made in the running portal's own database (DATA_DIR is its folder, see
 * start-portal.ts). The portal notices within a second, as it does with any other process.
 */

const body = { type: 'doc' as const, content: [paragraph('这一段只在测试里出现。')] };

export async function insertPublishedArticle(headline: string): Promise<number> {
  const now = new Date();
  return tx((q) => insertArticle(q, { sectionId: 1, headline, body, credits: [], publishedAt: now }, now));
}

export async function insertDraft(headline: string): Promise<number> {
  return tx((q) => insertArticle(q, { sectionId: 1, headline, body, credits: [] }, new Date()));
}

export async function withdrawArticle(articleId: number, withdrawalReason: string): Promise<void> {
  await tx(async (q) => {
    await leaveListings(q, articleId);
    await forgetArticle(q, articleId);
    await q
      .update(articles)
      .set({ status: 'withdrawn', withdrawnAt: new Date(), withdrawalReason })
      .where(eq(articles.id, articleId));
    await raiseContentVersion(q);
  });
}
