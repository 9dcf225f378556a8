import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const retryForm = z.strictObject({ deliveryId: z.int().positive() });

/** Lets what was given up be tried again from the start. Something newer about the same thing stands for it. */
export async function retryDelivery(
  editor: Editor,
  { deliveryId }: z.output<typeof retryForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'editSettings');
    const [failed] = await q
      .select({ subject: outbox.subject, dedupeKey: outbox.dedupeKey })
      .from(outbox)
      .where(and(eq(outbox.id, deliveryId), eq(outbox.state, 'failed')));
    if (failed === undefined) {
      return { ok: false, problems: [{ field: '', message: '这一条已经不在失败之列，请重新载入。' }] };
    }
    if (failed.dedupeKey !== null) {
      const [waiting] = await q
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(eq(outbox.dedupeKey, failed.dedupeKey), eq(outbox.state, 'waiting')));
      if (waiting !== undefined) {
        return { ok: false, problems: [{ field: '', message: '同一个网址已经在等待推送，不用重试。' }] };
      }
    }
    await q
      .update(outbox)
      .set({ state: 'waiting', attempts: 0, dueAt: now, endedAt: null })
      .where(eq(outbox.id, deliveryId));
    await recordEvent(q, editor, { kind: 'deliveryRetried', subject: failed.subject }, now);
    return { ok: true, value: undefined };
  });
}
