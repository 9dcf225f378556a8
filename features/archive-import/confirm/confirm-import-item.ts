import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { importItems } from '@/db/schema/imports';
import type { Editor } from '@/features/access/editor';
import { dealtWith, openImportItem } from '@/features/archive-import/confirm/open-import-item';
import { getWorkingContent } from '@/features/articles/article-content';
import { showToReaders } from '@/features/articles/show-to-readers';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { instantOf } from '@/lib/zoned-time';

export const confirmImportForm = z.strictObject({
  itemId: z.int().positive(),
  /** Beijing time, as a form's field writes it; empty where the page's own time is right. */
  publishedAt: z.union([
    z.literal(''),
    z.string().refine((time) => instantOf(time, 'Asia/Shanghai') !== undefined, '请填写有效的日期和时间'),
  ]),
});

/**
 * An editor has compared an imported article with its page: readers see it under its old time of publication, and
 * nobody is told of it as news. For whoever may publish in its section; it was reviewed where it came from.
 */
export async function confirmImportItem(
  editor: Editor,
  { itemId, publishedAt: written }: z.output<typeof confirmImportForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const open = await openImportItem(q, editor, itemId);
    if (open === undefined) return dealtWith;
    const { item, article } = open;
    const publishedAt =
      (written === '' ? undefined : instantOf(written, 'Asia/Shanghai')) ??
      item.publishedAt ??
      article.publishedAt;
    if (article.status === 'draft') {
      if (publishedAt === null) return refuse('publishedAt', '页面上没有发布时间，请填写原来发布的时间。');
      if (publishedAt > now) return refuse('publishedAt', '发布时间还没有到，请填写原来发布的时间。');
      const content = await getWorkingContent(q, article.id);
      if (content.headline.trim() === '') return refuse('', '稿件还没有标题，请先修改。');
      await showToReaders(
        q,
        editor,
        { article: { ...article, publishedAt }, content, note: '导入的稿件', isOld: true },
        now,
      );
    }
    await q
      .update(importItems)
      .set({ state: 'confirmed', settledAt: now, settledBy: editor.id })
      .where(eq(importItems.id, itemId));
    const { id: articleId, sectionId, headline } = article;
    await recordEvent(q, editor, { kind: 'importConfirmed', articleId, sectionId, subject: headline }, now);
    return { ok: true, value: undefined };
  });
}

function refuse(field: string, message: string): Outcome {
  return { ok: false, problems: [{ field, message }] };
}
