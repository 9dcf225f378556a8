import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { schedules } from '@/db/schema/schedules';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getArticleFor, refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { recordEvent } from '@/features/timeline/record-event';
import { formatDateTime } from '@/lib/dates';
import type { Outcome } from '@/lib/problems';
import { instantOf, isTimeZone } from '@/lib/zoned-time';

export const embargoForm = z.strictObject({
  articleId: z.int().positive(),
  /** A wall-clock time; null lifts the embargo. */
  until: z.string().max(16).nullable(),
  zone: z.string().max(64).refine(isTimeZone, '没有这个时区，请从列表里选'),
});

/**
 * Sets, moves or lifts the instant before which an article may not become public. Whoever may edit may bind
 * the article longer; to let it go earlier needs the right to publish. It binds every way of publishing, a
 * schedule too, and does not publish anything by itself. A live article has none.
 */
export async function setEmbargo(
  editor: Editor,
  { articleId, until, zone }: z.output<typeof embargoForm>,
  now = new Date(),
): Promise<Outcome<{ embargoUntil: Date | null }>> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'editArticle', articleId);
    refuseWithdrawn(article);
    const refuse = (field: string, message: string) => ({
      ok: false as const,
      problems: [{ field, message }],
    });
    if (article.status === 'published')
      return refuse('', '这篇稿件读者已经看到，不能再禁发。要撤下，请用“下线”。');
    const embargoUntil = until === null ? null : (instantOf(until, zone) ?? undefined);
    if (embargoUntil === undefined) return refuse('until', '请填写日期和时间；所填的时间在这个时区不存在。');
    if (embargoUntil !== null && embargoUntil <= now) return refuse('until', '禁发时间要在现在以后。');
    const isEarlier =
      article.embargoUntil !== null &&
      article.embargoUntil > now &&
      (embargoUntil === null || embargoUntil < article.embargoUntil);
    if (isEarlier) {
      await demand(q, editor, 'publishArticle', { sectionId: article.sectionId, ownerId: article.createdBy });
    }
    const [waiting] = await q
      .select({ dueAt: schedules.dueAt })
      .from(schedules)
      .where(
        and(
          eq(schedules.articleId, articleId),
          eq(schedules.kind, 'publish'),
          eq(schedules.state, 'waiting'),
        ),
      );
    if (waiting !== undefined && embargoUntil !== null && waiting.dueAt < embargoUntil) {
      return refuse(
        'until',
        `稿件定于 ${formatDateTime(waiting.dueAt)} 发布，早于禁发时间。请先改定时发布的时间。`,
      );
    }
    await touch(q, articleId, { embargoUntil }, now);
    await recordEvent(
      q,
      editor,
      {
        kind: embargoUntil === null ? 'embargoLifted' : 'embargoSet',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: embargoUntil === null ? '' : `禁发至 ${formatDateTime(embargoUntil)}（北京时间）`,
      },
      now,
    );
    return { ok: true, value: { embargoUntil } };
  });
}
