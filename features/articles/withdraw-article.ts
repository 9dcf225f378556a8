import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import type { Editor } from '@/features/access/editor';
import { getStoredContent } from '@/features/articles/article-content';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { placeForReaders } from '@/features/articles/store-content';
import { cancelSchedules } from '@/features/schedule/cancel-schedule';
import { noteChange } from '@/features/push/note-change';
import { endReview } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const withdrawForm = z.strictObject({
  articleId: z.int().positive(),
  /** Readers who follow an old link read it. */
  reason: z.string().trim().min(1, '请写明撤稿的原因，读者会看到').max(200, '原因不能超过 200 字'),
});

/**
 * Takes an article that was public off the site for good: its address answers 410 with the reason, and it
 * leaves lists, feeds, sitemaps, search and side bars with the next request. The text readers saw stays in the
 * article's row as the record; nothing of it can be edited any more, only reinstated.
 */
export async function withdrawArticle(
  editor: Editor,
  { articleId, reason }: z.output<typeof withdrawForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'withdrawArticle', articleId);
    if (article.status === 'withdrawn') return { ok: true, value: undefined };
    if (article.publishedAt === null) {
      const message = '这篇稿件从未发布，不用撤稿；不要的草稿可以删除。';
      return { ok: false, problems: [{ field: '', message }] };
    }
    await cancelSchedules(q, articleId, ['publish', 'unpublish'], now);
    const shown = await getStoredContent(q, articleId);
    await touch(
      q,
      articleId,
      {
        status: 'withdrawn',
        withdrawnAt: now,
        withdrawalReason: reason,
        assigneeId: null,
        scheduledAt: null,
      },
      now,
    );
    await placeForReaders(q, articleId, shown, undefined);
    await endReview(q, articleId, {}, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'withdrawn',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        toStatus: 'withdrawn',
        version: article.publishedVersion ?? article.version,
        subject: article.headline,
        note: reason,
      },
      now,
    );
    const { headline, sectionId } = article;
    await noteChange(q, { event: 'withdrawn', articleId, headline, sectionId }, now);
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}
