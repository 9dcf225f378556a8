import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import { forgetArticle } from '@/features/search/index-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const deleteDraftForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
});

/** Deletes what readers never saw, with its revisions; its timeline stays. Its number is never used again. */
export async function deleteDraft(
  editor: Editor,
  { articleId, version }: z.output<typeof deleteDraftForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'deleteDraft', articleId);
    if (article.publishedAt !== null) {
      return {
        ok: false,
        problems: [{ field: '', message: '发布过的稿件不能删除，可以下线；它的网址和记录会保留。' }],
      };
    }
    if (article.version !== version) {
      return { ok: false, problems: [{ field: '', message: '稿件刚被别人改过，请看过之后再删除。' }] };
    }
    await forgetArticle(q, articleId);
    await q.delete(articles).where(eq(articles.id, articleId));
    await recordEvent(
      q,
      editor,
      {
        kind: 'deleted',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        version,
        subject: article.headline,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
