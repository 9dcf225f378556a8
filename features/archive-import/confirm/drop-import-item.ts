import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { importItems } from '@/db/schema/imports';
import type { Editor } from '@/features/access/editor';
import { dealtWith, openImportItem } from '@/features/archive-import/confirm/open-import-item';
import { forgetArticle } from '@/features/search/index-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const dropImportForm = z.strictObject({ itemId: z.int().positive() });

/**
 * What was imported is no article, or not worth keeping: it is deleted, as long as readers never saw it. Another
 * import of the same file would bring it again. For whoever may publish in its section.
 */
export async function dropImportItem(
  editor: Editor,
  { itemId }: z.output<typeof dropImportForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const open = await openImportItem(q, editor, itemId);
    if (open === undefined) return dealtWith;
    const { article } = open;
    if (article.status !== 'draft' || article.publishedAt !== null) {
      return {
        ok: false,
        problems: [{ field: '', message: '读者已经能看到这篇稿件，不能删除，可以下线。' }],
      };
    }
    // First: the row goes with its article otherwise.
    await q
      .update(importItems)
      .set({ state: 'dropped', articleId: null, lines: [], settledAt: now, settledBy: editor.id })
      .where(eq(importItems.id, itemId));
    await forgetArticle(q, article.id);
    await q.delete(articles).where(eq(articles.id, article.id));
    const { id: articleId, sectionId, headline } = article;
    await recordEvent(q, editor, { kind: 'importDropped', articleId, sectionId, subject: headline }, now);
    return { ok: true, value: undefined };
  });
}
