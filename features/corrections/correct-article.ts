import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { corrections } from '@/db/schema/corrections';
import type { Editor } from '@/features/access/editor';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const correctForm = z.strictObject({
  articleId: z.int().positive(),
  text: z.string().trim().min(1, '请写明更正了什么').max(500, '更正不能超过 500 字'),
});

/**
 * Puts a dated correction on a live article, for all readers from the next request on: on the article, in the
 * list of corrections, in the article's data and feeds, which carry the new time. The text itself is changed
 * and published as always. The same words twice within one article are one correction, so a post that is sent
 * again does no harm.
 */
export async function correctArticle(
  editor: Editor,
  { articleId, text }: z.output<typeof correctForm>,
  now = new Date(),
): Promise<Outcome<{ correctionId: number }>> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'correctArticle', articleId);
    if (article.status !== 'published') {
      return { ok: false, problems: [{ field: '', message: '只有读者正在看的稿件才需要更正。' }] };
    }
    const [same] = await q
      .select({ id: corrections.id })
      .from(corrections)
      .where(
        and(eq(corrections.articleId, articleId), eq(corrections.text, text), isNull(corrections.removedAt)),
      );
    if (same !== undefined) return { ok: true, value: { correctionId: same.id } };
    const [added] = await q
      .insert(corrections)
      .values({ articleId, text, publishedAt: now, editorId: editor.id })
      .returning({ id: corrections.id });
    await touch(q, articleId, { modifiedAt: now }, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'corrected',
        articleId,
        sectionId: article.sectionId,
        version: article.publishedVersion ?? article.version,
        subject: article.headline,
        note: text,
      },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: { correctionId: added!.id } };
  });
}
