import { eq } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { deskSearchIndex, searchIndex } from '@/db/search-index';
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

/** Makes a live article findable for everybody; to be called in the transaction that makes it live. */
export async function indexArticle(q: Query, articleId: number, text: SearchableText): Promise<void> {
  await q.insert(searchIndex).values({ articleId, ...tokensOf(text) });
}

/** Makes an article that is not live findable at the desk; replaces what was known of it. */
export async function indexDraft(q: Query, articleId: number, text: SearchableText): Promise<void> {
  await q.delete(deskSearchIndex).where(eq(deskSearchIndex.articleId, articleId));
  await q.insert(deskSearchIndex).values({ articleId, ...tokensOf(text) });
}

/** Takes an article out of both indexes; to be called in the transaction that changes where it stands. */
export async function forgetArticle(q: Query, articleId: number): Promise<void> {
  await q.delete(searchIndex).where(eq(searchIndex.articleId, articleId));
  await q.delete(deskSearchIndex).where(eq(deskSearchIndex.articleId, articleId));
}

function tokensOf(text: SearchableText): { headline: string; body: string } {
  const { headline, kicker = '', subheadline = '', abstract = '', body, names } = text;
  return {
    headline: indexTokens([kicker, headline, subheadline].join('\n')).join(' '),
    body: indexTokens([abstract, ...bodyLines(body), ...names].join('\n')).join(' '),
  };
}
