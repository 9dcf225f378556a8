import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { schedules } from '@/db/schema/schedules';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import type { Outcome } from '@/lib/problems';

export const acknowledgeForm = z.strictObject({
  articleId: z.int().positive(),
  scheduleId: z.int().positive(),
});

/** Takes a 漏发 off the desk: somebody who may publish there has seen it. */
export async function acknowledgeSchedule(
  editor: Editor,
  { articleId, scheduleId }: z.output<typeof acknowledgeForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await getArticleFor(q, editor, 'publishArticle', articleId);
    await q
      .update(schedules)
      .set({ acknowledgedAt: now })
      .where(
        and(
          eq(schedules.id, scheduleId),
          eq(schedules.articleId, articleId),
          isNull(schedules.acknowledgedAt),
        ),
      );
    return { ok: true, value: undefined };
  });
}
