import { and, eq, inArray } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { articleReviews, reviewClaims, reviewSteps } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { type ArticleRow, findArticleRow } from '@/features/articles/article-content';
import { listReviewers } from '@/features/review/authority';
import { peopleToWaitFor } from '@/features/review/eligibility';
import {
  baseVersionOf,
  loadReview,
  type Review,
  type ReviewState,
  type ReviewStep,
} from '@/features/review/load-review';
import { textHash } from '@/features/review/text-hash';
import { recordEvent } from '@/features/timeline/record-event';
import type { ArticleContent } from '@/lib/article-content';
import { stepLabel } from '@/lib/review-stage';

/*
 * What other verbs tell the chain, each in its own transaction: sent, changed, returned, published, taken off.
 */

export async function keepState(
  q: Query,
  articleId: number,
  change: Partial<typeof articleReviews.$inferInsert>,
): Promise<void> {
  await q
    .insert(articleReviews)
    .values({ articleId, ...change })
    .onConflictDoUpdate({ target: articleReviews.articleId, set: { articleId, ...change } });
}

/** Writes down for the queue what follows from the signatures, and answers the review as it stands now. */
export async function refreshReview(q: Query, articleId: number, now: Date): Promise<Review> {
  const article = await findArticleRow(q, articleId);
  if (article === undefined) throw new Error(`There is no article ${articleId}.`);
  const review = await loadReview(q, article);
  const { current, isInReview } = review;
  const isOpenToHigher =
    isInReview &&
    current !== undefined &&
    current.review === undefined &&
    // Whether the due time is over, the queue asks by its own clock.
    peopleToWaitFor(review, current.stage, await listReviewers(q, now), new Date(0)).length === 0;
  await keepState(q, articleId, {
    stage: isInReview ? (current?.stage ?? 'done') : null,
    isReviewMissing: isInReview && current !== undefined && current.review === undefined,
    isProofreadingMissing: isInReview && current !== undefined && current.proofreading === undefined,
    isOpenToHigher,
    baseVersion: review.baseVersion,
  });
  return review;
}

/** The article was sent: the first stage that lacks a signature is asked for. */
export async function beginReview(
  q: Query,
  editor: Editor,
  articleId: number,
  { dueAt, importance }: Partial<Pick<ReviewState, 'dueAt' | 'importance'>>,
  now: Date,
): Promise<void> {
  await keepState(q, articleId, {
    sentAt: now,
    sentBy: editor.id,
    returnedBy: null,
    returnedAt: null,
    ...(dueAt !== undefined && { dueAt }),
    ...(importance !== undefined && { importance }),
  });
  await refreshReview(q, articleId, now);
}

/** Whether readers see a text that was published before its review. */
export async function isLiveBeforeReview(q: Query, articleId: number): Promise<boolean> {
  const [state] = await q
    .select({ unreviewedSince: articleReviews.unreviewedSince })
    .from(articleReviews)
    .where(eq(articleReviews.articleId, articleId));
  return state !== undefined && state.unreviewedSince !== null;
}

/** Whether anybody ever signed this version: its revision belongs to the record. */
export async function isSigned(q: Query, articleId: number, version: number): Promise<boolean> {
  const [step] = await q
    .select({ id: reviewSteps.id })
    .from(reviewSteps)
    .where(and(eq(reviewSteps.articleId, articleId), eq(reviewSteps.version, version)))
    .limit(1);
  return step !== undefined;
}

/**
 * A new text stands: every signature under another one since the last reviewed publication is void, for good.
 * To be called by whatever writes a revision, before the article's row names the new version.
 */
export async function noteNewText(
  q: Query,
  editor: Editor,
  article: ArticleRow,
  { version, content }: { version: number; content: ArticleContent },
  now: Date,
): Promise<void> {
  const [state] = await q.select().from(articleReviews).where(eq(articleReviews.articleId, article.id));
  const steps = await q.select().from(reviewSteps).where(eq(reviewSteps.articleId, article.id));
  const baseVersion = baseVersionOf(article, state);
  const standing = steps.filter((step) => step.voidedAt === null && step.version > baseVersion);
  if (standing.length === 0) return;
  const hash = textHash(content);
  await voidSteps(
    q,
    editor,
    article,
    standing.filter((step) => step.textHash !== hash),
    { why: `第 ${version} 版改动了文字`, version },
    now,
  );
}

/** What is sent back starts over: nothing that was signed since the last reviewed publication counts. */
export async function voidAll(
  q: Query,
  editor: Editor,
  review: Review,
  why: string,
  now: Date,
): Promise<void> {
  const isLeft = (step: ReviewStep) => step.voidedAt === null && step.version > review.baseVersion;
  const standing = review.steps.filter((step) => isLeft(step) || review.valid.includes(step));
  await voidSteps(q, editor, review.article, standing, { why, version: review.article.version }, now);
}

async function voidSteps(
  q: Query,
  editor: Editor,
  article: ArticleRow,
  steps: ReviewStep[],
  { why, version }: { why: string; version: number },
  now: Date,
): Promise<void> {
  if (steps.length === 0) return;
  await q
    .update(reviewSteps)
    .set({ voidedAt: now, voidedWhy: why })
    .where(
      and(
        eq(reviewSteps.articleId, article.id),
        inArray(
          reviewSteps.id,
          steps.map(({ id }) => id),
        ),
      ),
    );
  const named = steps.map(({ stage, kind }) => stepLabel(stage, kind)).join('、');
  await recordEvent(
    q,
    editor,
    {
      kind: 'approvalVoided',
      articleId: article.id,
      sectionId: article.sectionId,
      version,
      subject: article.headline,
      note: `${named}作废：${why}`,
    },
    now,
  );
}

/** The article is no longer in review: returned, taken off the site, or its changes given up. */
export async function endReview(
  q: Query,
  articleId: number,
  change: Partial<Pick<ReviewState, 'returnedBy' | 'returnedAt'>>,
  now: Date,
): Promise<void> {
  await keepState(q, articleId, { sentAt: null, dueAt: null, ...change });
  await dropClaim(q, articleId);
  await refreshReview(q, articleId, now);
}

/** The changes of a live article were given up. What is live before its review stays in review. */
export async function stopReviewOfChanges(q: Query, articleId: number, now: Date): Promise<void> {
  const [state] = await q.select().from(articleReviews).where(eq(articleReviews.articleId, articleId));
  if (state === undefined) return;
  if (state.unreviewedSince === null) await endReview(q, articleId, {}, now);
  else await refreshReview(q, articleId, now);
}

/** The newest text was published with its chain complete. Its signatures stay as they are. */
export async function closeReview(q: Query, articleId: number, now: Date): Promise<void> {
  await keepState(q, articleId, {
    sentAt: null,
    dueAt: null,
    returnedBy: null,
    returnedAt: null,
    unreviewedSince: null,
    unreviewedBy: '',
    unreviewedReason: '',
  });
  await dropClaim(q, articleId);
  await refreshReview(q, articleId, now);
}

/** For a text that changed while its state is kept: whose turn it is may have fallen back. */
export async function refreshIfKept(q: Query, articleId: number, now: Date): Promise<void> {
  const [kept] = await q
    .select({ articleId: articleReviews.articleId })
    .from(articleReviews)
    .where(eq(articleReviews.articleId, articleId));
  if (kept !== undefined) await refreshReview(q, articleId, now);
}

async function dropClaim(q: Query, articleId: number): Promise<void> {
  await q.delete(reviewClaims).where(eq(reviewClaims.articleId, articleId));
}
