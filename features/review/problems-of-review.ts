import type { Reader } from '@/db/client';
import type { ArticleRow } from '@/features/articles/article-content';
import { loadReview, type Review } from '@/features/review/load-review';
import type { Problem } from '@/lib/problems';
import { proofreadingLabels, reviewStageLabels } from '@/lib/review-stage';

/** What the chain of the article's section still lacks for exactly the text that stands. */
export async function problemsOfReview(q: Reader, article: ArticleRow): Promise<Problem[]> {
  return problemsOfChain(await loadReview(q, article));
}

export function problemsOfChain({ progress }: Pick<Review, 'progress'>): Problem[] {
  const missing = progress.flatMap(({ stage, review, proofreading }) => [
    ...(review === undefined ? [reviewStageLabels[stage]] : []),
    ...(proofreading === undefined ? [proofreadingLabels[stage]] : []),
  ]);
  if (missing.length === 0) return [];
  return [
    {
      field: '',
      message: `先审后发：这一版文字还缺${missing.join('、')}。请送审，由作者以外的同事逐级审完再发布。`,
    },
  ];
}
