import { z } from 'zod';
import { tx } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getArticleFor, refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { keepState, refreshReview } from '@/features/review/keep-review';
import { loadReview } from '@/features/review/load-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { importanceLabels, importances } from '@/lib/review-stage';

export const importanceForm = z.strictObject({
  articleId: z.int().positive(),
  importance: z.enum(importances),
});

/**
 * Whoever may edit an article may ask for more reviews of it; to ask for fewer again takes the right to 复审,
 * and nobody lowers what is asked of a text of their own.
 */
export async function setImportance(
  editor: Editor,
  { articleId, importance }: z.output<typeof importanceForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    refuseWithdrawn(article);
    const review = await loadReview(q, article);
    if (review.importance === importance) return { ok: true, value: undefined };
    if (importance === 'normal') {
      const { sectionId, createdBy: ownerId } = article;
      await demand(q, editor, 'reviewSecond', { sectionId, ownerId });
      if (review.authorIds.has(editor.id)) {
        const message = '您写过或改过这篇稿件，不能降低它的审级。请由别的主任或总编来调整。';
        return { ok: false, problems: [{ field: 'importance', message }] };
      }
    }
    await keepState(q, articleId, { importance });
    await touch(q, articleId, {}, now);
    await refreshReview(q, articleId, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'importanceChanged',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: `改为${importanceLabels[importance]}`,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
