import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { may } from '@/features/access/permission';
import { getArticleFor } from '@/features/articles/editable-article';
import {
  authoritiesOf,
  holds,
  holdsByOwnRole,
  listReviewers,
  type Reviewer,
  stageVerbs,
} from '@/features/review/authority';
import {
  authorityFor,
  candidatesFor,
  deadEnd,
  peopleToWaitFor,
  reasonAgainstProofreading,
  reasonAgainstReviewing,
} from '@/features/review/eligibility';
import { loadReview, type Review, type ReviewStep } from '@/features/review/load-review';
import { problemsOfChain } from '@/features/review/problems-of-review';
import { listClaims } from '@/features/review/review-claims';
import { listMarks, type ReviewMark } from '@/features/review/review-marks';
import type { Problem } from '@/lib/problems';
import type { Importance, ReviewStage } from '@/lib/review-stage';

export type Signed = { name: string; onBehalfOf: string; at: Date; opinion: string };

export type DeskStage = {
  stage: ReviewStage;
  review: Signed | undefined;
  proofreading: Signed | undefined;
  /** Who could review it now, those of the stage's own role before the others. */
  candidates: string[];
};

export type DeskReview = {
  /** The version that all of this is said of. */
  version: number;
  isInReview: boolean;
  stages: DeskStage[];
  current: ReviewStage | undefined;
  /** What publication would be refused for; none: the chain is complete. */
  problems: Problem[];
  importance: Importance;
  sentAt: Date | null;
  dueAt: Date | null;
  /** Readers see it, and the chain is not complete. */
  unreviewed: { since: Date; by: string; reason: string } | undefined;
  returned: { by: string; at: Date } | undefined;
  /** What this editor may sign now; a sentence instead says why not, though they have the right. */
  mine: {
    review: boolean | string;
    proofread: boolean | string;
    onBehalfOf: string | undefined;
    canPublishFirst: boolean;
    canMark: boolean;
    canLowerImportance: boolean;
  };
  /** Why the chain cannot be finished by the people there are. */
  deadEnd: string | undefined;
  marks: ReviewMark[];
  claim: { name: string; isSelf: boolean } | undefined;
};

/** Where an article stands in its chain, for its page at the desk. Throws NotAllowedError. */
export async function getReviewForDesk(
  editor: Editor,
  articleId: number,
  now = new Date(),
): Promise<DeskReview> {
  const q = reader();
  const article = await getArticleFor(q, editor, 'viewArticle', articleId);
  const review = await loadReview(q, article);
  const reviewers = await listReviewers(q, now);
  const { state, progress, current } = review;
  const [claim] = await listClaims(q, [articleId], now);
  const target = { sectionId: article.sectionId, ownerId: article.createdBy };
  const isLiveText = article.status === 'published' && article.version === article.publishedVersion;
  return {
    version: article.version,
    isInReview: review.isInReview,
    stages: progress.map((one) => ({
      stage: one.stage,
      review: one.review && signed(one.review),
      proofreading: one.proofreading && signed(one.proofreading),
      candidates: one.review === undefined ? namesFor(review, one.stage, reviewers) : [],
    })),
    current: current?.stage,
    problems: isLiveText ? [] : problemsOfChain(review),
    importance: review.importance,
    sentAt: state?.sentAt ?? null,
    dueAt: state?.dueAt ?? null,
    unreviewed:
      state?.unreviewedSince && article.status === 'published'
        ? { since: state.unreviewedSince, by: state.unreviewedBy, reason: state.unreviewedReason }
        : undefined,
    returned:
      state?.returnedBy && state.returnedAt
        ? { by: await nameOf(state.returnedBy), at: state.returnedAt }
        : undefined,
    mine: {
      ...(await signaturesOf(editor, review, reviewers, now)),
      canPublishFirst:
        !isLiveText &&
        article.status !== 'withdrawn' &&
        current !== undefined &&
        mayPublishFirst(editor, review),
      canMark: await may(q, editor, 'returnArticle', target),
      canLowerImportance: (await may(q, editor, 'reviewSecond', target)) && !review.authorIds.has(editor.id),
    },
    deadEnd: isLiveText && state?.unreviewedSince == null ? undefined : deadEnd(review, reviewers),
    marks: await listMarks(q, articleId),
    claim: claim && { name: claim.name, isSelf: claim.editorId === editor.id },
  };
}

function mayPublishFirst(editor: Editor, { rules, places }: Review): boolean {
  const counting = rules.headMayPublishFirst
    ? editor.roles
    : editor.roles.filter(({ role }) => role !== 'departmentHead');
  return holds(counting, 'publishBeforeReview', places);
}

async function signaturesOf(editor: Editor, review: Review, reviewers: Reviewer[], now: Date) {
  const { current, isInReview, places } = review;
  const nothing = { review: false, proofread: false, onBehalfOf: undefined };
  if (current === undefined || !isInReview) return nothing;
  const { stage } = current;
  const authorities = await authoritiesOf(reader(), editor, now);
  const toReview = authorityFor(authorities, stageVerbs[stage], places);
  const toProofread = authorityFor(authorities, 'proofread', places);
  const answer = { review: false as boolean | string, proofread: false as boolean | string };
  if (current.review === undefined && toReview !== undefined) {
    const waited = holdsByOwnRole(toReview.roles, stageVerbs[stage], places)
      ? []
      : peopleToWaitFor(review, stage, reviewers, now);
    answer.review =
      reasonAgainstReviewing(review, stage, { id: editor.id, ...toReview }) ??
      (waited.length === 0 || `现在可以由${waited.join('、')}来审；过了应审完的时间，您才可以代审。`);
  }
  if (current.proofreading === undefined && toProofread !== undefined) {
    const isProofreader = toProofread.roles.some(({ role }) => role === 'proofreader');
    answer.proofread =
      reasonAgainstProofreading(review, stage, { id: editor.id, ...toProofread }, isProofreader) ?? true;
  }
  return { ...answer, onBehalfOf: toReview?.onBehalfOf?.name };
}

function namesFor(review: Review, stage: ReviewStage, reviewers: Reviewer[]): string[] {
  const able = candidatesFor(review, stage, reviewers);
  const own = able.filter(({ isOfOwnRole }) => isOfOwnRole);
  return (own.length > 0 ? own : able).map(({ name, isAway }) => (isAway ? `${name}（委托中）` : name));
}

function signed({ editorName, onBehalfOfName, at, opinion }: ReviewStep): Signed {
  return { name: editorName, onBehalfOf: onBehalfOfName, at, opinion };
}

async function nameOf(editorId: number): Promise<string> {
  const [row] = await reader().select({ name: editors.name }).from(editors).where(eq(editors.id, editorId));
  return row?.name ?? '';
}
