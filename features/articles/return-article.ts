import { z } from 'zod';
import { tx } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { notify } from '@/features/notices/notify';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const returnForm = z.strictObject({
  articleId: z.int().positive(),
  note: z.string().trim().min(1, '请写明退回的原因').max(500, '原因不能超过 500 字'),
});

/** Gives an article in review back to whoever began it, with the reason. */
export async function returnArticle(
  editor: Editor,
  { articleId, note }: z.output<typeof returnForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'returnArticle', articleId);
    if (article.status !== 'inReview') {
      return { ok: false, problems: [{ field: '', message: '这篇稿件不在审核中，不能退回。' }] };
    }
    await touch(q, articleId, { status: 'draft', assigneeId: article.createdBy }, now);
    if (article.createdBy !== null && article.createdBy !== editor.id) {
      const text = `${editor.name}退回：${note}`;
      await notify(
        q,
        [article.createdBy],
        { kind: 'returned', articleId, subject: article.headline, text },
        now,
      );
    }
    await recordEvent(
      q,
      editor,
      {
        kind: 'returned',
        articleId,
        sectionId: article.sectionId,
        fromStatus: 'inReview',
        toStatus: 'draft',
        version: article.version,
        subject: article.headline,
        note,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
