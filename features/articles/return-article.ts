import { z } from 'zod';
import { tx } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { notify } from '@/features/notices/notify';
import { endReview, voidAll } from '@/features/review/keep-review';
import { loadReview } from '@/features/review/load-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const returnForm = z.strictObject({
  articleId: z.int().positive(),
  note: z.string().trim().min(1, '请写明退回的原因').max(500, '原因不能超过 500 字'),
});

/** Gives an article in review back to whoever began it, with the reason. What was signed so far is void. */
export async function returnArticle(
  editor: Editor,
  { articleId, note }: z.output<typeof returnForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'returnArticle', articleId);
    const review = await loadReview(q, article);
    if (!review.isInReview) {
      return { ok: false, problems: [{ field: '', message: '这篇稿件不在审核中，不能退回。' }] };
    }
    // A live article stays live; what comes back are its changes, to whoever sent them.
    const isLive = article.status === 'published';
    const toStatus = isLive ? ('published' as const) : ('draft' as const);
    const assigneeId = isLive ? (review.state?.sentBy ?? article.createdBy) : article.createdBy;
    await touch(q, articleId, { status: toStatus, assigneeId }, now);
    await voidAll(q, editor, review, '退回', now);
    await endReview(q, articleId, { returnedBy: editor.id, returnedAt: now }, now);
    if (assigneeId !== null && assigneeId !== editor.id) {
      const text = `${editor.name}退回：${note}`;
      await notify(q, [assigneeId], { kind: 'returned', articleId, subject: article.headline, text }, now);
    }
    await recordEvent(
      q,
      editor,
      {
        kind: 'returned',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        toStatus,
        version: article.version,
        subject: article.headline,
        note,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
