import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { keepMediaUses, placeForReaders, storeContent } from '@/features/articles/store-content';
import { endReview } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';
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
    const content = await getWorkingContent(q, articleId);
    await storeContent(q, articleId, content);
    await keepMediaUses(q, articleId, content);
    await touch(q, articleId, { status: 'unpublished' }, now);
    await placeForReaders(q, articleId, content, undefined);
    await endReview(q, articleId, {}, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'unpublished',
        articleId,
        sectionId: article.sectionId,
        fromStatus: 'published',
        toStatus: 'unpublished',
        version: article.version,
        subject: article.headline,
        note,
      },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}
