/** 三审三校: the stages of the chain in their order. Each is one review and one proofreading. */
export const reviewStages = ['first', 'second', 'final'] as const;

export type ReviewStage = (typeof reviewStages)[number];

export const reviewStageLabels: Record<ReviewStage, string> = {
  first: '初审',
  second: '复审',
  final: '终审',
};

/** The proofreading that goes with a stage. */
export const proofreadingLabels: Record<ReviewStage, string> = {
  first: '一校',
  second: '二校',
  final: '三校',
};

export const reviewKinds = ['review', 'proofreading'] as const;

export type ReviewKind = (typeof reviewKinds)[number];

export function stepLabel(stage: ReviewStage, kind: ReviewKind): string {
  return kind === 'review' ? reviewStageLabels[stage] : proofreadingLabels[stage];
}

export const importances = ['normal', 'important'] as const;

export type Importance = (typeof importances)[number];

export const importanceLabels: Record<Importance, string> = { normal: '一般稿件', important: '重要稿件' };

/** How many reviews a section may ask for; none is not among them: nobody publishes what one person alone saw. */
export const fewestReviews = 1;
export const mostReviews = 3;

/** The stages of a chain of so many reviews. The last one is always 签发. */
export function chainOf(reviews: number): ReviewStage[] {
  if (reviews <= 1) return ['final'];
  return reviews === 2 ? ['first', 'final'] : [...reviewStages];
}
