import {
  type Authority,
  holds,
  holdsByOwnRole,
  type Reviewer,
  type StageVerb,
  stageVerbs,
} from '@/features/review/authority';
import type { Review } from '@/features/review/load-review';
import { proofreadingLabels, type ReviewStage, reviewStageLabels } from '@/lib/review-stage';

/*
 * Who may sign what, as plain rules over what was read: the verbs ask them before they write, the form asks
 * them to say whose turn it is.
 */

/** The authority by which somebody may act, the own one first. Undefined: they have no right to it at all. */
export function authorityFor(
  authorities: Authority[],
  verb: StageVerb,
  places: Review['places'],
): Authority | undefined {
  const able = authorities.filter(({ roles }) => holds(roles, verb, places));
  return able.find(({ roles }) => holdsByOwnRole(roles, verb, places)) ?? able[0];
}

type Person = { id: number; onBehalfOf: Authority['onBehalfOf'] };

const idsOf = ({ id, onBehalfOf }: Person) => (onBehalfOf === undefined ? [id] : [id, onBehalfOf.id]);

/**
 * Why somebody who has the right may not review this text: it is their own, or they have taken part in another
 * stage of it. Whoever acts for a colleague is refused what either of the two is.
 */
export function reasonAgainstReviewing(
  review: Review,
  stage: ReviewStage,
  person: Person,
): string | undefined {
  const ids = idsOf(person);
  if (ids.some((id) => review.authorIds.has(id))) {
    return ids[0] !== undefined && review.authorIds.has(ids[0])
      ? '您写过或改过这篇稿件，不能审自己的文字。请由别的同事来审。'
      : `委托您的${person.onBehalfOf?.name}写过或改过这篇稿件，不能由您代审。`;
  }
  return reasonFromOtherStage(review, stage, ids);
}

/** Correcting misprints is what a proofreader is for, so of the text's authors only its beginner is refused. */
export function reasonAgainstProofreading(
  review: Review,
  stage: ReviewStage,
  person: Person,
  isProofreader: boolean,
): string | undefined {
  const ids = idsOf(person);
  const isOwn = isProofreader
    ? ids.some((id) => review.beginnerId === id)
    : ids.some((id) => review.authorIds.has(id));
  if (isOwn) return '您写过或改过这篇稿件，不能校自己的文字。请由别的同事来校。';
  return reasonFromOtherStage(review, stage, ids);
}

function reasonFromOtherStage(review: Review, stage: ReviewStage, ids: number[]): string | undefined {
  const signed = review.valid.find(
    (step) =>
      step.stage !== stage &&
      (ids.includes(step.editorId) || (step.onBehalfOfId !== null && ids.includes(step.onBehalfOfId))),
  );
  if (signed === undefined) return undefined;
  const label = (signed.kind === 'review' ? reviewStageLabels : proofreadingLabels)[signed.stage];
  return `这篇稿件的${label}已有您参与，同一个人只能参与一个审级。请由别的同事来审。`;
}

/** Whether a review was already proofread and by whom does not matter here: who could review this stage. */
export function candidatesFor(
  review: Review,
  stage: ReviewStage,
  reviewers: Reviewer[],
): { name: string; id: number; isOfOwnRole: boolean; isAway: boolean }[] {
  const verb = stageVerbs[stage];
  return reviewers.flatMap(({ id, name, authorities, isAway }) => {
    const able = authorities
      .filter(({ roles }) => holds(roles, verb, review.places))
      .filter(({ onBehalfOf }) => reasonAgainstReviewing(review, stage, { id, onBehalfOf }) === undefined);
    if (able.length === 0) return [];
    const isOfOwnRole = able.some(({ roles }) => holdsByOwnRole(roles, verb, review.places));
    return [{ id, name, isOfOwnRole, isAway }];
  });
}

/**
 * Whoever stands higher waits for those whose stage it is: as long as one of them could review, is not away,
 * and the time that was set is not over. Answers those to wait for; nobody: go ahead.
 */
export function peopleToWaitFor(
  review: Review,
  stage: ReviewStage,
  reviewers: Reviewer[],
  now: Date,
): string[] {
  const dueAt = review.state?.dueAt;
  if (dueAt && dueAt < now) return [];
  return candidatesFor(review, stage, reviewers)
    .filter(({ isOfOwnRole, isAway }) => isOfOwnRole && !isAway)
    .map(({ name }) => name);
}

/** One sentence when the stages that are left cannot all find somebody, however they are shared out. */
export function deadEnd(review: Review, reviewers: Reviewer[]): string | undefined {
  const open = review.progress.filter((one) => one.review === undefined).map(({ stage }) => stage);
  const able = new Map(open.map((stage) => [stage, candidatesFor(review, stage, reviewers)]));
  if (canBeShared(open, new Set())) return undefined;
  const lacking = open.filter((stage) => able.get(stage)!.length === 0);
  const named = (lacking.length > 0 ? lacking : open).map((stage) => reviewStageLabels[stage]).join('、');
  const what =
    lacking.length > 0
      ? `没有能做${named}的同事：审稿人不能是作者，一人只能参与一个审级。`
      : `能做${named}的同事不够：一人只能参与一个审级。`;
  return `${what}请管理员在“人员”里邀请同事或调整岗位，或请总编在“栏目”里减少这个栏目的审级；等不及时可由总编“先发后审”。`;

  function canBeShared(stages: ReviewStage[], taken: ReadonlySet<number>): boolean {
    const [stage, ...rest] = stages;
    if (stage === undefined) return true;
    return able.get(stage)!.some(({ id }) => !taken.has(id) && canBeShared(rest, new Set([...taken, id])));
  }
}
