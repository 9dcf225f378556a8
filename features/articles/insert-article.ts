import { raiseContentVersion } from '@/db/content-version';
import type { Query } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { enterListings } from '@/features/articles/listings';
import { keepMediaUses, sourceIdFor, storeCredits } from '@/features/articles/store-content';
import { indexArticle, indexDraft } from '@/features/search/index-article';
import { type ArticleBody, bodyLines, countCharacters } from '@/lib/article-body';
import type { ContributorRole } from '@/lib/contributor-role';

export type Credit = { role: ContributorRole; name: string };

export type NewArticle = {
  sectionId: number;
  headline: string;
  kicker?: string;
  subheadline?: string;
  shortHeadline?: string;
  abstract?: string;
  body: ArticleBody;
  coverAssetId?: number;
  source?: { name: string; url?: string };
  originalHeadline?: string;
  originalUrl?: string;
  copyrightNotice?: string;
  /** In the order in which they are named. */
  credits: Credit[];
  /** A published article goes live with the transaction; without this instant it is stored as a draft. */
  publishedAt?: Date;
  importKey?: string;
};

/**
 * Stores an article that exists already: from an archive or from the demo newsroom. It trusts its caller to
 * have validated the body. Returns the new id, which is the article's address.
 */
export async function insertArticle(q: Query, article: NewArticle, now: Date): Promise<number> {
  const { source, credits, publishedAt, ...columns } = article;
  const [inserted] = await q
    .insert(articles)
    .values({
      ...columns,
      status: publishedAt === undefined ? 'draft' : 'published',
      publishedAt,
      sourceId: source === undefined ? undefined : await sourceIdFor(q, source),
      characterCount: countCharacters(bodyLines(article.body).join('\n')),
      createdAt: now,
      updatedAt: publishedAt ?? now,
      publishedVersion: publishedAt === undefined ? null : 1,
    })
    .returning({ id: articles.id });
  const articleId = inserted!.id;
  await storeCredits(q, articleId, credits);
  await keepMediaUses(q, articleId, { body: article.body, coverAssetId: article.coverAssetId ?? null });
  const text = {
    ...article,
    names: [...(source === undefined ? [] : [source.name]), ...credits.map((credit) => credit.name)],
  };
  if (publishedAt === undefined) {
    await indexDraft(q, articleId, text);
    return articleId;
  }
  await enterListings(q, { articleId, sectionId: article.sectionId, publishedAt });
  await indexArticle(q, { articleId, publishedAt }, text);
  await raiseContentVersion(q);
  return articleId;
}
