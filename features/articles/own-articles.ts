import { isNotNull, isNull, or } from 'drizzle-orm';
import { articles } from '@/db/schema/articles';

/**
 * What this newsroom published here, in a condition. What came along from another system has a key of its import
 * and nobody who began it; it is old wherever something asks for news.
 */
export function isOwnArticle() {
  return or(isNotNull(articles.createdBy), isNull(articles.importKey));
}
