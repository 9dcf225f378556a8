import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, type Reader, tx } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { type ArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, refuseEmbargoed, refuseWithdrawn } from '@/features/articles/editable-article';
import { showToReaders } from '@/features/articles/show-to-readers';
import { closeReview } from '@/features/review/keep-review';
import { problemsOfReview } from '@/features/review/problems-of-review';
import { cancelSchedules } from '@/features/schedule/cancel-schedule';
import { styleProblems } from '@/features/house-style/check-article';
import { type PictureWords, problemsBeforePublishing } from '@/lib/problems-before-publishing';
import { type ArticleContent, assetIdsOfContent } from '@/lib/article-content';
import type { Outcome, Problem } from '@/lib/problems';

export const publishForm = z.strictObject({
  articleId: z.int().positive(),
  /** The version the editor has before them: what was not seen is not published. */
  version: z.int().positive(),
});

/**
 * Shows readers the newest text: for the first time, again after it was taken off, or in place of an older
 * one. Refused until the chain of its section is complete for exactly this text. Time of first publication and
 * address stay. Publishing the same version twice changes nothing the
 * second time, so a post that is sent again does no harm.
 */
export async function publishArticle(
  editor: Editor,
  { articleId, version }: z.output<typeof publishForm>,
  now = new Date(),
): Promise<Outcome<{ publishedAt: Date }>> {
  return tx((q) => publishIn(q, editor, { articleId, version }, now));
}

/** The same within a transaction that does more. */
export async function publishIn(
  q: Query,
  editor: Editor,
  { articleId, version }: z.output<typeof publishForm>,
  now: Date,
): Promise<Outcome<{ publishedAt: Date }>> {
  const article = await getArticleFor(q, editor, 'publishArticle', articleId);
  refuseWithdrawn(article);
  if (article.version !== version) return refuse('稿件刚被别人改过，请重新载入、看过之后再发布。');
  if (article.status === 'published' && article.publishedVersion === version) {
    return { ok: true, value: { publishedAt: article.publishedAt! } };
  }
  const content = await getWorkingContent(q, articleId);
  await demand(q, editor, 'publishArticle', { sectionId: content.sectionId, ownerId: article.createdBy });
  refuseEmbargoed(article, now);
  const problems = await problemsOfPublishing(q, article, content);
  if (problems.length > 0) return { ok: false, problems };
  await cancelSchedules(q, articleId, ['publish'], now);
  const publishedAt = await showToReaders(q, editor, { article, content }, now);
  await closeReview(q, articleId, now);
  return { ok: true, value: { publishedAt } };
}

/** Why a text cannot go live: what it lacks, or, when it lacks nothing, whose signature. */
export async function problemsOfPublishing(
  q: Reader,
  article: ArticleRow,
  content: ArticleContent,
): Promise<Problem[]> {
  const problems = await problemsOf(q, content);
  return problems.length > 0 ? problems : problemsOfReview(q, article);
}

/** The check list of a content, as publishing asks it. */
export async function problemsOf(q: Reader, content: ArticleContent) {
  const [section] = await q
    .select({ parentId: sections.parentId })
    .from(sections)
    .where(eq(sections.id, content.sectionId));
  const missing = problemsBeforePublishing(
    content,
    await pictureWords(q, content),
    section?.parentId === null,
  );
  return [...missing, ...(await styleProblems(q, content))];
}

async function pictureWords(q: Reader, content: ArticleContent): Promise<Map<number, PictureWords>> {
  const ids = assetIdsOfContent(content);
  if (ids.length === 0) return new Map();
  const found = await q
    .select({ id: mediaAssets.id, alt: mediaAssets.alt, credit: mediaAssets.credit })
    .from(mediaAssets)
    .where(inArray(mediaAssets.id, ids));
  return new Map(found.map(({ id, ...words }) => [id, words]));
}

function refuse(message: string): { ok: false; problems: [{ field: string; message: string }] } {
  return { ok: false, problems: [{ field: '', message }] };
}
