import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { schedules } from '@/db/schema/schedules';
import type { Editor } from '@/features/access/editor';
import { getArticleFor, touch } from '@/features/articles/editable-article';
import { describeDueTime } from '@/features/schedule/describe-due-time';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const cancelScheduleForm = z.strictObject({
  articleId: z.int().positive(),
  scheduleId: z.int().positive(),
});

/** Gives up a time that was set: the article stands where it stood before, and can be changed again. */
export async function cancelSchedule(
  editor: Editor,
  { articleId, scheduleId }: z.output<typeof cancelScheduleForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const [schedule] = await q
      .select()
      .from(schedules)
      .where(and(eq(schedules.id, scheduleId), eq(schedules.articleId, articleId)));
    const verb = schedule?.kind === 'unpublish' ? 'unpublishArticle' : 'publishArticle';
    const article = await getArticleFor(q, editor, verb, articleId);
    if (schedule?.state !== 'waiting') {
      return { ok: false, problems: [{ field: '', message: '这个定时已经执行或取消了，请重新载入。' }] };
    }
    await q.update(schedules).set({ state: 'cancelled', endedAt: now }).where(eq(schedules.id, scheduleId));
    if (article.status === 'scheduled' && schedule.kind === 'publish') {
      await touch(q, articleId, { status: schedule.fromStatus, scheduledAt: null }, now);
    }
    await recordEvent(
      q,
      editor,
      {
        kind: 'scheduleCancelled',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        version: article.version,
        subject: article.headline,
        note: describeDueTime(schedule),
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

/** What an act of its own overtakes: published by hand, taken off, withdrawn. Says nothing: the act is recorded. */
export async function cancelSchedules(
  q: Query,
  articleId: number,
  kinds: ('publish' | 'unpublish')[],
  now: Date,
): Promise<void> {
  await q
    .update(schedules)
    .set({ state: 'cancelled', endedAt: now })
    .where(
      and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting'), inArray(schedules.kind, kinds)),
    );
}
