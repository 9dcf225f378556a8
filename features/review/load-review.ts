import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { revisions } from '@/db/schema/desk';
import { articleReviews, reviewSteps } from '@/db/schema/review';
import { type ArticleRow, getWorkingContent } from '@/features/articles/article-content';
import type { Places } from '@/features/review/authority';
import {
  type ReviewRules,
  reviewsNeeded,
  rulesOfSection,
  sectionLine,
} from '@/features/review/rules-of-section';
import { textHash } from '@/features/review/text-hash';
import type { ArticleContent } from '@/lib/article-content';
import { chainOf, type Importance, type ReviewStage } from '@/lib/review-stage';

export type ReviewStep = typeof reviewSteps.$inferSelect;

/** A stage with who signed what of it for exactly the text that stands. */
export type StageProgress = {
  stage: ReviewStage;
  review: ReviewStep | undefined;
  proofreading: ReviewStep | undefined;
};

export type ReviewState = typeof articleReviews.$inferSelect;

/** Everything the rules of the chain ask about an article, read once in the transaction that decides. */
export type Review = {
  article: ArticleRow;
  content: ArticleContent;
  hash: string;
  state: ReviewState | undefined;
  rules: ReviewRules;
  importance: Importance;
  places: Places;
  /** What came after this version is one text's story: its authors, its signatures. */
  baseVersion: number;
  /** All signatures ever given, the voided ones too, in their order. */
  steps: ReviewStep[];
  /** Those that count for the text that stands, whether the chain asks for their stage or not. */
  valid: ReviewStep[];
  progress: StageProgress[];
  /** The first stage that lacks something; undefined: the chain is complete. */
  current: StageProgress | undefined;
  /** Sent and neither returned nor published since, or live before its review. */
  isInReview: boolean;
  /** Who began or changed the text since it was last published after review. */
  authorIds: ReadonlySet<number>;
  /** Who wrote the first words of it. */
  beginnerId: number | undefined;
};

export async function loadReview(q: Reader, article: ArticleRow): Promise<Review> {
  const [state] = await q.select().from(articleReviews).where(eq(articleReviews.articleId, article.id));
  const content = await getWorkingContent(q, article.id);
  const hash = textHash(content);
  const line = await sectionLine(q, content.sectionId);
  const rules = await rulesOfSection(q, line);
  const importance = state?.importance ?? 'normal';
  const baseVersion = baseVersionOf(article, state);
  const steps = await q
    .select()
    .from(reviewSteps)
    .where(eq(reviewSteps.articleId, article.id))
    .orderBy(asc(reviewSteps.id));
  const valid = steps.filter((step) => isValid(step, { hash, baseVersion, version: article.version }));
  const progress = chainOf(reviewsNeeded(rules, importance)).map((stage) => ({
    stage,
    review: valid.find((step) => step.stage === stage && step.kind === 'review'),
    proofreading: valid.find((step) => step.stage === stage && step.kind === 'proofreading'),
  }));
  const isSent = state !== undefined && state.sentAt !== null;
  return {
    article,
    content,
    hash,
    state,
    rules,
    importance,
    places:
      article.sectionId === content.sectionId ? [line] : [line, await sectionLine(q, article.sectionId)],
    baseVersion,
    steps,
    valid,
    progress,
    current: progress.find(({ review, proofreading }) => review === undefined || proofreading === undefined),
    isInReview: article.status === 'inReview' || (article.status === 'published' && isSent),
    ...(await authorsOf(q, article, baseVersion)),
  };
}

/**
 * The last version that was published with its review complete. What is live before its review has not got so
 * far: its text is still the one under review, and whoever wrote it is still its author.
 */
export function baseVersionOf(
  article: Pick<ArticleRow, 'publishedVersion'>,
  state: Pick<ReviewState, 'unreviewedSince' | 'baseVersion'> | undefined,
): number {
  if (state !== undefined && state.unreviewedSince !== null) return state.baseVersion;
  return article.publishedVersion ?? 0;
}

/**
 * A signature counts for the very text it was given under, since the last reviewed publication. The version
 * that was published (and taken off the site since) keeps those under which it was published.
 */
export function isValid(
  step: Pick<ReviewStep, 'voidedAt' | 'textHash' | 'version'>,
  { hash, baseVersion, version }: { hash: string; baseVersion: number; version: number },
): boolean {
  if (step.voidedAt !== null || step.textHash !== hash) return false;
  return version === baseVersion || step.version > baseVersion;
}

async function authorsOf(
  q: Reader,
  article: ArticleRow,
  baseVersion: number,
): Promise<Pick<Review, 'authorIds' | 'beginnerId'>> {
  // A text that stands as it was published may never have been reviewed (an import, an earlier release).
  const since = article.version === baseVersion ? 0 : baseVersion;
  // A save that changes nothing makes no revision under a colleague's text, so each has changed something.
  const written = await q
    .select({ editorId: revisions.editorId })
    .from(revisions)
    .where(and(eq(revisions.articleId, article.id), gt(revisions.version, since)))
    .orderBy(asc(revisions.version));
  const ids = written.flatMap(({ editorId }) => (editorId === null ? [] : [editorId]));
  // Of what was published already, the author is whoever changes it now, and no longer whoever began it once.
  if (since === 0 && article.createdBy !== null) {
    return { authorIds: new Set([article.createdBy, ...ids]), beginnerId: article.createdBy };
  }
  return { authorIds: new Set(ids), beginnerId: ids[0] };
}
