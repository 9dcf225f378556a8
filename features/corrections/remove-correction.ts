import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { corrections } from '@/db/schema/corrections';
import type { Editor } from '@/features/access/editor';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const removeCorrectionForm = z.strictObject({
  articleId: z.int().positive(),
  correctionId: z.int().positive(),
  note: z.string().trim().min(1, '请写明取消更正的原因').max(500, '原因不能超过 500 字'),
});

/** Takes a correction that was wrong itself from readers' sight. Row, words and reason stay on record. */
export async function removeCorrection(
  editor: Editor,
  { articleId, correctionId, note }: z.output<typeof removeCorrectionForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'correctArticle', articleId);
    const [removed] = await q
      .update(corrections)
      .set({ removedAt: now })
      .where(
        and(
          eq(corrections.id, correctionId),
          eq(corrections.articleId, articleId),
          isNull(corrections.removedAt),
        ),
      )
      .returning({ id: corrections.id });
    if (removed === undefined) {
      return { ok: false, problems: [{ field: '', message: '这条更正已经取消了。' }] };
    }
    if (article.status === 'published') await touch(q, articleId, { modifiedAt: now }, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'correctionRemoved',
        articleId,
        sectionId: article.sectionId,
        version: article.publishedVersion ?? article.version,
        subject: article.headline,
        note,
      },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}
