import { and, asc, eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleContributors, articles, contributors, sources } from '@/db/schema/articles';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Credit } from '@/lib/contributor-role';
import { type Correction, listCorrectionsOf } from '@/features/corrections/list-corrections';
import { pictureColumns } from '@/features/media/select-pictures';
import { type ArticleBody, assetIdsOf, relatedArticleIdsOf } from '@/lib/article-body';
import type { Picture } from '@/lib/picture';

/** With the person's number, where there is a page about them. */
export type SignedCredit = Credit & { contributorId?: number };

export type PublishedArticle = {
  id: number;
  sectionId: number;
  headline: string;
  kicker: string;
  subheadline: string;
  abstract: string;
  body: ArticleBody;
  characterCount: number;
  originalHeadline: string;
  originalUrl: string;
  copyrightNotice: string;
  publishedAt: Date;
  modifiedAt: Date | null;
  sourceName: string | null;
  sourceUrl: string | null;
  /** In the order in which the newsroom names them. */
  credits: SignedCredit[];
  /** What the body refers to by id. A picture or article that is not there is not drawn. */
  pictures: Map<number, Picture>;
  relatedHeadlines: Map<number, string>;
  corrections: Correction[];
};

/** What a reader may see at an article's address, or nothing. The desk asks a different question. */
export async function findPublishedArticle(articleId: number): Promise<PublishedArticle | undefined> {
  const [article] = await reader()
    .select({
      id: articles.id,
      sectionId: articles.sectionId,
      headline: articles.headline,
      kicker: articles.kicker,
      subheadline: articles.subheadline,
      abstract: articles.abstract,
      body: articles.body,
      characterCount: articles.characterCount,
      originalHeadline: articles.originalHeadline,
      originalUrl: articles.originalUrl,
      copyrightNotice: articles.copyrightNotice,
      publishedAt: articles.publishedAt,
      modifiedAt: articles.modifiedAt,
      sourceName: sources.name,
      sourceUrl: sources.url,
    })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(articles.id, articleId), eq(articles.status, 'published')));
  if (article === undefined || article.publishedAt === null) return undefined;
  return {
    ...article,
    publishedAt: article.publishedAt,
    credits: await listCredits(articleId),
    pictures: await picturesById(assetIdsOf(article.body)),
    relatedHeadlines: await publishedHeadlines(relatedArticleIdsOf(article.body)),
    corrections: await listCorrectionsOf(articleId),
  };
}

async function listCredits(articleId: number): Promise<SignedCredit[]> {
  return reader()
    .select({ role: articleContributors.role, name: contributors.name, contributorId: contributors.id })
    .from(articleContributors)
    .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
    .where(eq(articleContributors.articleId, articleId))
    .orderBy(asc(articleContributors.position), asc(articleContributors.contributorId));
}

export async function picturesById(assetIds: number[]): Promise<Map<number, Picture>> {
  if (assetIds.length === 0) return new Map();
  const assets = await reader()
    .select({
      id: mediaAssets.id,
      ...pictureColumns,
    })
    .from(mediaAssets)
    .where(inArray(mediaAssets.id, assetIds));
  return new Map(assets.map(({ id, ...picture }) => [id, picture]));
}

export async function publishedHeadlines(articleIds: number[]): Promise<Map<number, string>> {
  if (articleIds.length === 0) return new Map();
  const found = await reader()
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(and(inArray(articles.id, articleIds), eq(articles.status, 'published')));
  return new Map(found.map(({ id, headline }) => [id, headline]));
}
