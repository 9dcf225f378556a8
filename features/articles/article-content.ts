import { asc, desc, eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import {
  articleContributors,
  articles,
  articleTags,
  contributors,
  sources,
  tags,
} from '@/db/schema/articles';
import { revisions } from '@/db/schema/desk';
import type { ArticleContent } from '@/lib/article-content';
import type { ArticleStatus } from '@/lib/article-status';

/** An article as verbs decide about it; who may do what to it is asked with its section and its owner. */
export type ArticleRow = {
  id: number;
  status: ArticleStatus;
  version: number;
  publishedVersion: number | null;
  sectionId: number;
  headline: string;
  createdBy: number | null;
  assigneeId: number | null;
  publishedAt: Date | null;
  embargoUntil: Date | null;
  updatedAt: Date;
};

export const articleRowColumns = {
  id: articles.id,
  status: articles.status,
  version: articles.version,
  publishedVersion: articles.publishedVersion,
  sectionId: articles.sectionId,
  headline: articles.headline,
  createdBy: articles.createdBy,
  assigneeId: articles.assigneeId,
  publishedAt: articles.publishedAt,
  embargoUntil: articles.embargoUntil,
  updatedAt: articles.updatedAt,
};

export async function findArticleRow(q: Reader, articleId: number): Promise<ArticleRow | undefined> {
  const [row] = await q.select(articleRowColumns).from(articles).where(eq(articles.id, articleId));
  return row;
}

/** What the desk works on: the newest revision, or the article itself when it came by import. */
export async function getWorkingContent(q: Reader, articleId: number): Promise<ArticleContent> {
  const [newest] = await q
    .select({ content: revisions.content })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.version))
    .limit(1);
  return newest?.content ?? getStoredContent(q, articleId);
}

/** What stands in the article's own row: the text readers see when it is live. */
export async function getStoredContent(q: Reader, articleId: number): Promise<ArticleContent> {
  const [row] = await q
    .select({
      sectionId: articles.sectionId,
      headline: articles.headline,
      kicker: articles.kicker,
      subheadline: articles.subheadline,
      shortHeadline: articles.shortHeadline,
      abstract: articles.abstract,
      body: articles.body,
      coverAssetId: articles.coverAssetId,
      sourceName: sources.name,
      sourceUrl: sources.url,
      originalHeadline: articles.originalHeadline,
      originalUrl: articles.originalUrl,
    })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(articles.id, articleId));
  if (row === undefined) throw new Error(`There is no article ${articleId}.`);
  const credits = await q
    .select({ role: articleContributors.role, name: contributors.name })
    .from(articleContributors)
    .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
    .where(eq(articleContributors.articleId, articleId))
    .orderBy(asc(articleContributors.position), asc(articleContributors.contributorId));
  const named = await q
    .select({ name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(articleTags.articleId, articleId))
    .orderBy(asc(articleTags.position), asc(articleTags.tagId));
  return {
    ...row,
    sourceName: row.sourceName ?? '',
    sourceUrl: row.sourceUrl ?? '',
    credits,
    tags: named.map(({ name }) => name),
  };
}

/** Whether two contents are the same text in the same fields. */
export function isSameContent(one: ArticleContent, other: ArticleContent): boolean {
  return canonical(one) === canonical(other);
}

/** The order of an object's keys says nothing: a text that travelled through a form is still the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
