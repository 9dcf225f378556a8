import { eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { importItems } from '@/db/schema/imports';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { type ArticleRow } from '@/features/articles/article-content';
import { getArticleFor } from '@/features/articles/editable-article';

export type OpenImportItem = { item: typeof importItems.$inferSelect; article: ArticleRow };

/**
 * An imported article that waits, for whoever may publish in its section. Undefined when somebody has dealt with
 * it; throws NotAllowedError for everybody else, and for a number that was never given.
 */
export async function openImportItem(
  q: Reader,
  editor: Editor,
  itemId: number,
): Promise<OpenImportItem | undefined> {
  demandAnywhere(editor, 'publishArticle');
  const [item] = await q.select().from(importItems).where(eq(importItems.id, itemId));
  // A number that was never given answers like one that is out of reach.
  const article = await getArticleFor(q, editor, 'publishArticle', item?.articleId ?? -1);
  return item?.state === 'doubtful' ? { item, article } : undefined;
}

export const dealtWith = {
  ok: false as const,
  problems: [{ field: '', message: '这篇稿件已经有人处理了，请重新载入。' }],
};
