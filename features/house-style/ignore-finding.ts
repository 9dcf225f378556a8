import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { styleIgnores } from '@/db/schema/house-style';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, refuseWithdrawn } from '@/features/articles/editable-article';
import { findInContent } from '@/features/house-style/check-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import type { ContentFinding } from '@/lib/style-content';

const which = { articleId: z.int().positive(), key: z.string().min(1).max(1000) };

export const ignoreFindingForm = z.strictObject({
  ...which,
  reason: z.string().trim().min(1, '请写明为什么保留原文。').max(200, '理由不能超过 200 字。'),
});
export const restoreFindingForm = z.strictObject(which);

/**
 * Leaves one finding of an article as it is, with the reason; it stays in the report. For whoever may edit
 * the article. What must be changed cannot be ignored: such a rule gets an exception instead.
 */
export async function ignoreFinding(
  editor: Editor,
  { articleId, key, reason }: z.output<typeof ignoreFindingForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    refuseWithdrawn(article);
    const finding = await findFinding(q, articleId, key);
    if (finding === undefined) {
      return refuse('这一处已经改过，或者还没有保存，请保存之后再忽略。');
    }
    if (finding.rule.level === 'block') {
      return refuse(`“${finding.words}”是必改的，不能忽略；确有需要请让校对给规则加例外。`);
    }
    const row = { reason, editorId: editor.id, ignoredAt: now };
    await q
      .insert(styleIgnores)
      .values({ articleId, findingKey: key, ...row })
      .onConflictDoUpdate({ target: [styleIgnores.articleId, styleIgnores.findingKey], set: row });
    await recordEvent(
      q,
      editor,
      {
        kind: 'styleFindingIgnored',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: `“${finding.words}”：${reason}`,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

/** Takes it back: the finding counts again. */
export async function restoreFinding(
  editor: Editor,
  { articleId, key }: z.output<typeof restoreFindingForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    refuseWithdrawn(article);
    const removed = await q
      .delete(styleIgnores)
      .where(and(eq(styleIgnores.articleId, articleId), eq(styleIgnores.findingKey, key)))
      .returning({ id: styleIgnores.id });
    if (removed.length === 0) return { ok: true, value: undefined };
    const finding = await findFinding(q, articleId, key);
    await recordEvent(
      q,
      editor,
      {
        kind: 'styleFindingRestored',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: finding === undefined ? '' : `“${finding.words}”`,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

async function findFinding(q: Query, articleId: number, key: string): Promise<ContentFinding | undefined> {
  const { findings } = await findInContent(q, await getWorkingContent(q, articleId));
  return findings.find((finding) => finding.key === key);
}

function refuse(message: string): Outcome {
  return { ok: false, problems: [{ field: '', message }] };
}
