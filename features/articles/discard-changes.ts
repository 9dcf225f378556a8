import { z } from 'zod';
import { tx } from '@/db/client';
import { revisions } from '@/db/schema/desk';
import type { Editor } from '@/features/access/editor';
import { getStoredContent } from '@/features/articles/article-content';
import { getArticleFor, refuseScheduled, touch } from '@/features/articles/editable-article';
import { keepMediaUses } from '@/features/articles/store-content';
import { noteNewText, stopReviewOfChanges } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const discardForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
});

/**
 * Gives up the unpublished changes of a live article: a new version says again what readers see. The
 * given-up text stays among the revisions.
 */
export async function discardChanges(
  editor: Editor,
  { articleId, version }: z.output<typeof discardForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    if (article.status !== 'published' || article.publishedVersion === article.version) {
      return { ok: false, problems: [{ field: '', message: '没有等待发布的修改。' }] };
    }
    await refuseScheduled(q, articleId);
    if (article.version !== version) {
      return { ok: false, problems: [{ field: '', message: '稿件刚被别人改过，请看过之后再放弃修改。' }] };
    }
    const content = await getStoredContent(q, articleId);
    const next = version + 1;
    await q.insert(revisions).values({
      articleId,
      version: next,
      kind: 'save',
      editorId: editor.id,
      createdAt: now,
      savedAt: now,
      content,
    });
    await noteNewText(q, editor, article, { version: next, content }, now);
    // The text is the published one again, so nothing waits.
    await touch(q, articleId, { version: next, publishedVersion: next, assigneeId: null }, now);
    await stopReviewOfChanges(q, articleId, now);
    await keepMediaUses(q, articleId, content);
    await recordEvent(
      q,
      editor,
      {
        kind: 'saved',
        articleId,
        sectionId: article.sectionId,
        version: next,
        subject: article.headline,
        note: '放弃未发布的修改',
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
