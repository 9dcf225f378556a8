import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { keepMediaUses, placeForReaders, storeContent } from '@/features/articles/store-content';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const reinstateForm = z.strictObject({
  articleId: z.int().positive(),
  note: z.string().trim().min(1, '请写明恢复的原因').max(500, '原因不能超过 500 字'),
});

/** Takes a withdrawal back: the article is off the site still, at the desk, and may be published as any other. */
export async function reinstateArticle(
  editor: Editor,
  { articleId, note }: z.output<typeof reinstateForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'withdrawArticle', articleId);
    if (article.status !== 'withdrawn') {
      return { ok: false, problems: [{ field: '', message: '这篇稿件没有撤稿，不用恢复。' }] };
    }
    const content = await getWorkingContent(q, articleId);
    // As after taking it offline: the row holds what the desk works on.
    await storeContent(q, articleId, content);
    await keepMediaUses(q, articleId, content);
    await touch(q, articleId, { status: 'unpublished', withdrawnAt: null, withdrawalReason: '' }, now);
    await placeForReaders(q, articleId, content, undefined);
    await recordEvent(
      q,
      editor,
      {
        kind: 'reinstated',
        articleId,
        sectionId: article.sectionId,
        fromStatus: 'withdrawn',
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
