import type { Query } from '@/db/client';
import { insertArticles, type NewArticle } from '@/features/articles/insert-articles';

/** Stores one article that exists already, see insertArticles. Returns its id. */
export async function insertArticle(q: Query, article: NewArticle, now: Date): Promise<number> {
  const [id] = await insertArticles(q, [article], now);
  return id!;
}
