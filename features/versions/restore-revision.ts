import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { revisions } from '@/db/schema/desk';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent, isSameContent } from '@/features/articles/article-content';
import { getArticleFor } from '@/features/articles/editable-article';
import { saveIn } from '@/features/articles/save-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const restoreForm = z.strictObject({
  articleId: z.int().positive(),
  /** The newest version that the editor has seen: what was saved since is not put aside unseen. */
  version: z.int().positive(),
  /** Whose text is wanted again. */
  restored: z.int().positive(),
});

/**
 * Makes an earlier text the newest one again: as a new version, like any save, so that nothing is overwritten
 * and every rule about saving holds. Readers go on seeing what they see until it is published.
 */
export async function restoreRevision(
  editor: Editor,
  { articleId, version, restored }: z.output<typeof restoreForm>,
  now = new Date(),
): Promise<Outcome<{ version: number }>> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    if (article.version !== version) return refuse('稿件刚被别人改过，请重新载入、看过之后再恢复。');
    const [found] = await q
      .select({ content: revisions.content })
      .from(revisions)
      .where(and(eq(revisions.articleId, articleId), eq(revisions.version, restored)));
    if (found === undefined) return refuse('这一版已经不在了，请重新载入。');
    if (isSameContent(found.content, await getWorkingContent(q, articleId))) {
      return refuse('现在的文字就是这一版，不用恢复。');
    }
    const form = {
      articleId,
      baseVersion: version,
      kind: 'save' as const,
      tab: 'restored',
      content: found.content,
    };
    const saved = await saveIn(q, editor, form, now);
    if (!saved.ok) return { ok: false, problems: saved.problems };
    await recordEvent(
      q,
      editor,
      {
        kind: 'restored',
        articleId,
        sectionId: found.content.sectionId,
        version: saved.value.version,
        subject: found.content.headline,
        note: `恢复第 ${restored} 版`,
      },
      now,
    );
    return { ok: true, value: { version: saved.value.version } };
  });
}

function refuse(message: string): { ok: false; problems: [{ field: string; message: string }] } {
  return { ok: false, problems: [{ field: '', message }] };
}
