import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { reviewSteps } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { findArticleRow, type ArticleRow } from '@/features/articles/article-content';
import { refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { publishIn } from '@/features/articles/publish-article';
import {
  type Authority,
  authoritiesOf,
  holdsByOwnRole,
  listReviewers,
  type StageVerb,
  stageVerbs,
} from '@/features/review/authority';
import {
  authorityFor,
  peopleToWaitFor,
  reasonAgainstProofreading,
  reasonAgainstReviewing,
} from '@/features/review/eligibility';
import { closeReview, refreshReview } from '@/features/review/keep-review';
import { loadReview, type Review } from '@/features/review/load-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import {
  proofreadingLabels,
  type ReviewKind,
  type ReviewStage,
  reviewStageLabels,
  reviewStages,
  stepLabel,
} from '@/lib/review-stage';

const opinionField = z.string().trim().max(500, '意见不能超过 500 字').default('');

export const approveForm = z.strictObject({
  articleId: z.int().positive(),
  /** The version the editor has before them: nobody signs what they have not seen. */
  version: z.int().positive(),
  stage: z.enum(reviewStages),
  opinion: opinionField,
  /** Signs the stage's proofreading with it. */
  withProofreading: z.boolean(),
  /** With 签发: shows it to readers in the same transaction. */
  andPublish: z.boolean().default(false),
});

export const proofreadForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
  opinion: opinionField,
});

/**
 * Signs one stage of the chain under the text that stands. Refused with a sentence: the text changed, it is
 * not in review, another stage is due, the text is one's own, one has taken part in another stage, somebody
 * whose stage it is could review. Throws NotAllowedError for whoever has no right to the stage.
 */
export async function approveArticle(
  editor: Editor,
  form: z.output<typeof approveForm>,
  now = new Date(),
): Promise<Outcome<{ isComplete: boolean }>> {
  const { articleId, version, stage, opinion, withProofreading, andPublish } = form;
  return tx(async (q) => {
    const { review, authority } = await prepare(q, editor, stageVerbs[stage], articleId, now);
    const refusal = problemBefore(review, version, stage) ?? (await problemOfPerson());
    if (refusal !== undefined) return refuse(refusal);
    if (review.current?.review !== undefined) {
      return refuse(
        `${reviewStageLabels[stage]}已经由${review.current.review.editorName}审过了，还缺${proofreadingLabels[stage]}。`,
      );
    }
    await sign(q, editor, review, { stage, kind: 'review', authority, opinion }, now);
    if (withProofreading && review.current?.proofreading === undefined) {
      await sign(q, editor, review, { stage, kind: 'proofreading', authority, opinion: '' }, now);
    }
    const isComplete = await settle(q, editor, articleId, now);
    if (isComplete && andPublish) {
      const published = await publishIn(q, editor, { articleId, version }, now);
      if (!published.ok) throw new PublicationRefusedError(published.problems[0]?.message);
    }
    return { ok: true as const, value: { isComplete } };

    async function problemOfPerson(): Promise<string | undefined> {
      const reason = reasonAgainstReviewing(review, stage, { id: editor.id, ...authority });
      if (reason !== undefined) return reason;
      if (holdsByOwnRole(authority.roles, stageVerbs[stage], review.places)) return undefined;
      const first = peopleToWaitFor(review, stage, await listReviewers(q, now), now);
      if (first.length === 0) return undefined;
      return `${reviewStageLabels[stage]}现在可以由${first.join('、')}来审。没有这样的同事，或过了应审完的时间，才由上级代审。`;
    }
  }).catch((error: unknown) => {
    if (error instanceof PublicationRefusedError) return refuse(error.message);
    throw error;
  });
}

/** Signs the proofreading of the stage that is due. */
export async function proofreadArticle(
  editor: Editor,
  { articleId, version, opinion }: z.output<typeof proofreadForm>,
  now = new Date(),
): Promise<Outcome<{ isComplete: boolean }>> {
  return tx(async (q) => {
    const { review, authority } = await prepare(q, editor, 'proofread', articleId, now);
    const stage = review.current?.stage ?? 'final';
    const refusal =
      problemBefore(review, version, stage) ??
      reasonAgainstProofreading(
        review,
        stage,
        { id: editor.id, ...authority },
        authority.roles.some(({ role }) => role === 'proofreader'),
      );
    if (refusal !== undefined) return refuse(refusal);
    if (review.current?.proofreading !== undefined) {
      return refuse(`${proofreadingLabels[stage]}已经由${review.current.proofreading.editorName}校过了。`);
    }
    await sign(q, editor, review, { stage, kind: 'proofreading', authority, opinion }, now);
    return { ok: true, value: { isComplete: await settle(q, editor, articleId, now) } };
  });
}

/** Thrown inside the transaction, so that a signature whose publication is refused is not left behind. */
class PublicationRefusedError extends Error {
  override name = 'PublicationRefusedError';
}

async function prepare(
  q: Query,
  editor: Editor,
  verb: StageVerb,
  articleId: number,
  now: Date,
): Promise<{ review: Review; authority: Authority }> {
  const article = await findArticleRow(q, articleId);
  // One that is not there answers like one that is out of reach.
  if (article === undefined) throw new NotAllowedError(verb);
  const review = await loadReview(q, article);
  const authority = authorityFor(await authoritiesOf(q, editor, now), verb, review.places);
  if (authority === undefined) throw new NotAllowedError(verb);
  refuseWithdrawn(article);
  return { review, authority };
}

function problemBefore(review: Review, version: number, stage: ReviewStage): string | undefined {
  if (review.article.version !== version) return '稿件刚被别人改过，请重新载入、看过新的文字再审。';
  if (!review.isInReview) return '这篇稿件没有在审核中。请先送审。';
  if (review.current === undefined) return '这一版文字已经审完，可以发布了。';
  const { stage: due } = review.current;
  if (due === stage) return undefined;
  return `现在轮到${reviewStageLabels[due]}，还不能做${reviewStageLabels[stage]}。`;
}

type Signature = { stage: ReviewStage; kind: ReviewKind; authority: Authority; opinion: string };

async function sign(
  q: Query,
  editor: Editor,
  { article, hash }: { article: ArticleRow; hash: string },
  { stage, kind, authority: { onBehalfOf }, opinion }: Signature,
  now: Date,
): Promise<void> {
  await q.insert(reviewSteps).values({
    articleId: article.id,
    version: article.version,
    textHash: hash,
    stage,
    kind,
    editorId: editor.id,
    editorName: editor.name,
    onBehalfOfId: onBehalfOf?.id,
    onBehalfOfName: onBehalfOf?.name ?? '',
    at: now,
    opinion,
  });
  const who = onBehalfOf === undefined ? '' : `（代${onBehalfOf.name}）`;
  await recordEvent(
    q,
    editor,
    {
      kind: kind === 'review' ? 'reviewed' : 'proofread',
      articleId: article.id,
      sectionId: article.sectionId,
      version: article.version,
      subject: article.headline,
      note: [`${stepLabel(stage, kind)}通过${who}`, opinion].filter(Boolean).join('：'),
    },
    now,
  );
}

/** Whose turn it is now; what was published before its review is reviewed when its own text is signed. */
async function settle(q: Query, editor: Editor, articleId: number, now: Date): Promise<boolean> {
  await touch(q, articleId, { assigneeId: null }, now);
  const { article, current, state } = await refreshReview(q, articleId, now);
  if (current !== undefined) return false;
  const isLiveText = article.status === 'published' && article.version === article.publishedVersion;
  if (isLiveText && state !== undefined && state.unreviewedSince !== null) {
    await recordEvent(
      q,
      editor,
      {
        kind: 'reviewCompleted',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: '先发后审的文字已经审完',
      },
      now,
    );
    await closeReview(q, articleId, now);
  }
  return true;
}

function refuse(message: string): { ok: false; problems: [{ field: string; message: string }] } {
  return { ok: false, problems: [{ field: '', message }] };
}
