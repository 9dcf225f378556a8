import { z } from 'zod';
import { tx } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import { takeFromReaders } from '@/features/articles/take-from-readers';
import { cancelSchedules } from '@/features/schedule/cancel-schedule';
import type { Outcome } from '@/lib/problems';

export const unpublishForm = z.strictObject({
  articleId: z.int().positive(),
  note: z.string().trim().max(500, '说明不能超过 500 字').default(''),
});

/**
 * Takes a live article off the site, back to the desk: its address answers 404 and it leaves every list
 * and the search with the next request. The text being written stays what it is.
 */
export async function unpublishArticle(
  editor: Editor,
  { articleId, note }: z.output<typeof unpublishForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'unpublishArticle', articleId);
    if (article.status !== 'published') {
      return { ok: false, problems: [{ field: '', message: '这篇稿件现在没有发布，不用下线。' }] };
    }
    await cancelSchedules(q, articleId, ['publish', 'unpublish'], now);
    await takeFromReaders(q, editor, { article, note }, now);
    return { ok: true, value: undefined };
  });
}
