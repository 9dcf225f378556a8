import { eq } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { searchIndex } from '@/db/search-index';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { indexTokens } from '@/lib/search-tokens';

export type SearchableText = {
  headline: string;
  kicker?: string;
  subheadline?: string;
  abstract?: string;
  body: ArticleBody;
  names: string[];
};

/** Makes a live article findable; to be called in the transaction that makes it live. */
export async function indexArticle(q: Query, articleId: number, text: SearchableText): Promise<void> {
  const { headline, kicker = '', subheadline = '', abstract = '', body, names } = text;
  await q.insert(searchIndex).values({
    articleId,
    headline: indexTokens([kicker, headline, subheadline].join('\n')).join(' '),
    body: indexTokens([abstract, ...bodyLines(body), ...names].join('\n')).join(' '),
  });
}

/** Takes an article out of the search; to be called in the transaction that takes it off the site. */
export async function forgetArticle(q: Query, articleId: number): Promise<void> {
  await q.delete(searchIndex).where(eq(searchIndex.articleId, articleId));
}
