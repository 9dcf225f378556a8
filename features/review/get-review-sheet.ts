import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import { sectionNames } from '@/features/review/section-names';
import { loadReview, type Review, type ReviewState, type ReviewStep } from '@/features/review/load-review';
import { describeRules } from '@/features/review/set-review-rules';
import { listArticleEvents } from '@/features/timeline/list-article-events';
import type { ArticleRow } from '@/features/articles/article-content';
import type { TimelineEvent } from '@/features/timeline/list-events';
import type { ArticleContent } from '@/lib/article-content';

/** Everything that 审签单 prints. */
export type ReviewSheet = {
  article: Pick<ArticleRow, 'id' | 'status' | 'version' | 'publishedVersion' | 'publishedAt'>;
  content: ArticleContent;
  sectionName: string;
  textHash: string;
  rules: string;
  importance: Review['importance'];
  state: ReviewState | undefined;
  progress: Review['progress'];
  /** Signatures under earlier texts and those that were voided, the newest first. */
  earlier: ReviewStep[];
  isComplete: boolean;
  events: TimelineEvent[];
  /** When all of this was so. */
  at: Date;
};

const onSheet = new Set<TimelineEvent['kind']>([
  'created',
  'sent',
  'returned',
  'approvalVoided',
  'published',
  'updated',
  'publishedBeforeReview',
  'reviewCompleted',
  'unpublished',
]);

/** For whoever may see the article. Throws NotAllowedError. */
export async function getReviewSheet(
  editor: Editor,
  articleId: number,
  now = new Date(),
): Promise<ReviewSheet> {
  const q = reader();
  const article = await getArticleFor(q, editor, 'viewArticle', articleId);
  const review = await loadReview(q, article);
  const { content, hash, rules, importance, state, progress, steps, valid, current } = review;
  const events = await listArticleEvents(editor, articleId);
  return {
    article,
    content,
    sectionName: await sectionNames(q, review.places[0] ?? []),
    textHash: hash,
    rules: describeRules(rules),
    importance,
    state,
    progress,
    earlier: steps.filter((step) => !valid.includes(step)).toReversed(),
    isComplete: current === undefined,
    events: events.filter(({ kind }) => onSheet.has(kind)).toReversed(),
    at: now,
  };
}
