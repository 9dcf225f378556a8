import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, refuseScheduled, refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { checkAndReport } from '@/features/house-style/check-article';
import { notify } from '@/features/notices/notify';
import { beginReview, isLiveBeforeReview } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const sendForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
  /** Whose turn it is; null: whoever may, in this section. */
  assigneeId: z.int().positive().nullable(),
  note: z.string().trim().max(500, '附言不能超过 500 字').default(''),
  /** When its review should be over; null: no such time. Left out: as it was. */
  dueAt: z.date().nullable().optional(),
});

/** Hands a draft on. A live article with changes stays live; the changes wait with the colleague. */
export async function sendArticle(
  editor: Editor,
  { articleId, version, assigneeId, note, dueAt }: z.output<typeof sendForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'sendArticle', articleId);
    refuseWithdrawn(article);
    await refuseScheduled(q, articleId);
    if (article.version !== version) {
      return { ok: false, problems: [{ field: '', message: '稿件刚被别人改过，请看过之后再送审。' }] };
    }
    if (article.headline.trim() === '' && article.status !== 'published') {
      return { ok: false, problems: [{ field: 'headline', message: '送审前请填写标题。' }] };
    }
    if (article.status === 'published' && article.version === article.publishedVersion) {
      if (!(await isLiveBeforeReview(q, articleId))) {
        return { ok: false, problems: [{ field: '', message: '没有等待审核的修改，不用送审。' }] };
      }
    }
    const assignee = assigneeId === null ? undefined : await findColleague(q, assigneeId);
    if (assigneeId !== null && assignee === undefined) {
      return { ok: false, problems: [{ field: 'assigneeId', message: '这位同事的账号已停用，请另选。' }] };
    }
    // The report goes with the text; what must be changed does not go at all.
    const checked = { articleId, version, content: await getWorkingContent(q, articleId) };
    const problems = await checkAndReport(q, editor, checked, now);
    if (problems.length > 0) return { ok: false, problems };
    const toStatus = article.status === 'published' ? 'published' : 'inReview';
    await touch(q, articleId, { status: toStatus, assigneeId }, now);
    await beginReview(q, editor, articleId, { dueAt }, now);
    if (assigneeId !== null && assigneeId !== editor.id) {
      const text = [`${editor.name}送审`, note].filter(Boolean).join('：');
      await notify(q, [assigneeId], { kind: 'sent', articleId, subject: article.headline, text }, now);
    }
    await recordEvent(
      q,
      editor,
      {
        kind: 'sent',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        toStatus,
        version,
        subject: article.headline,
        note: [assignee && `送给${assignee.name}`, note].filter(Boolean).join('：'),
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

async function findColleague(q: Query, editorId: number): Promise<{ name: string } | undefined> {
  const [found] = await q
    .select({ name: editors.name, disabledAt: editors.disabledAt })
    .from(editors)
    .where(eq(editors.id, editorId));
  return found?.disabledAt === null ? found : undefined;
}
