import { and, inArray, isNotNull, lte } from 'drizzle-orm';
import { type Query, reader, tx } from '@/db/client';
import { notices } from '@/db/schema/notices';
import { articleReviews } from '@/db/schema/review';
import { findArticleRow } from '@/features/articles/article-content';
import { notify } from '@/features/notices/notify';
import { listReviewers } from '@/features/review/authority';
import { candidatesFor } from '@/features/review/eligibility';
import { loadReview } from '@/features/review/load-review';
import { formatDateTime } from '@/lib/dates';
import { type ReviewStage, reviewStageLabels, reviewStages } from '@/lib/review-stage';

/** So long before its time a review is said to be due, in milliseconds. */
export const dueAhead = 30 * 60_000;

type DueReview = { articleId: number; stage: ReviewStage; dueAt: Date };

/**
 * Tells whose turn it is that a review is due within half an hour, and them and whoever sent it when its time
 * is over; each once for one time. Answers how many people were told. Any process may run it at any time: an
 * occasion is told once.
 */
export async function notifyDue(now = new Date()): Promise<number> {
  let told = 0;
  for (const due of await listUntold(now)) {
    told += await tx((q) => tell(q, due, now));
  }
  return told;
}

const occasionOf = ({ articleId, stage, dueAt }: DueReview, now: Date) =>
  `${dueAt <= now ? 'late' : 'due'} ${articleId} ${stage} ${dueAt.getTime()}`;

async function listUntold(now: Date): Promise<DueReview[]> {
  const rows = await reader()
    .select({
      articleId: articleReviews.articleId,
      stage: articleReviews.stage,
      dueAt: articleReviews.dueAt,
    })
    .from(articleReviews)
    .where(
      and(
        inArray(articleReviews.stage, [...reviewStages]),
        isNotNull(articleReviews.dueAt),
        lte(articleReviews.dueAt, new Date(now.getTime() + dueAhead)),
      ),
    )
    .limit(500);
  const due = rows.map(({ articleId, stage, dueAt }) => ({
    articleId,
    stage: stage as ReviewStage,
    dueAt: dueAt!,
  }));
  if (due.length === 0) return [];
  const known = await reader()
    .selectDistinct({ occasion: notices.occasion })
    .from(notices)
    .where(
      inArray(
        notices.occasion,
        due.map((one) => occasionOf(one, now)),
      ),
    );
  const isKnown = new Set(known.map(({ occasion }) => occasion));
  return due.filter((one) => !isKnown.has(occasionOf(one, now)));
}

async function tell(q: Query, due: DueReview, now: Date): Promise<number> {
  const { articleId, stage, dueAt } = due;
  const article = await findArticleRow(q, articleId);
  if (article === undefined) return 0;
  const review = await loadReview(q, article);
  // Between the question and this transaction somebody may have signed.
  if (!review.isInReview || review.current?.stage !== stage) return 0;
  const isLate = dueAt <= now;
  const reviewers = candidatesFor(review, stage, await listReviewers(q, now))
    .filter(({ isOfOwnRole, isAway }) => isOfOwnRole && !isAway)
    .map(({ id }) => id);
  const turn = article.assigneeId === null ? reviewers : [article.assigneeId];
  const sentBy = isLate && review.state?.sentBy ? [review.state.sentBy] : [];
  const label = reviewStageLabels[stage];
  const text = isLate
    ? `${label}的时限是 ${formatDateTime(dueAt)}，已经过了。`
    : `${label}的时限是 ${formatDateTime(dueAt)}，快到了。`;
  const notice = {
    kind: isLate ? ('late' as const) : ('due' as const),
    articleId,
    subject: article.headline,
    text,
    occasion: occasionOf(due, now),
  };
  return (await notify(q, [...turn, ...sentBy], notice, now)).length;
}
