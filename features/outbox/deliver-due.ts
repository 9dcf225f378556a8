import { and, asc, eq, lt, lte, ne } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { holdsLease, takeLease } from '@/features/schedule/lease';
import type { OutboxKind } from '@/lib/outbox-kind';

export const outboxLease = 'outbox';

/** What came of one attempt. */
export type Delivery =
  | { isDone: true; answer: string }
  | {
      isDone: false;
      answer: string;
      /** It can never succeed: asked again it would be refused again. */
      isFinal?: boolean;
      /** How long the other side wants to be left alone, in milliseconds. */
      retryAfter?: number | undefined;
    };

export type OutboxRow = { id: number; kind: OutboxKind; subject: string; payload: unknown };

/** One for each kind; may take some seconds, never throws for what the other side does. */
export type Deliverers = Record<OutboxKind, (row: OutboxRow) => Promise<Delivery>>;

const minute = 60_000;
/** After the n-th failure so long; after the last one it is given up and stands at the desk. */
export const pauses = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * minute);

const keptFor = 30 * 24 * 60 * minute;
const atOnce = 50;

/**
 * Does what is due, in the order in which it was written down; answers how many attempts were made. A lease
 * lets one process do it; each row is settled by whoever still holds it. What was done when a process died
 * before it could say so is done once more: the other side sees it twice, never not at all.
 */
export async function deliverDue(
  holder: string,
  deliverers: Deliverers,
  now: () => Date = () => new Date(),
): Promise<number> {
  const due = await reader()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      payload: outbox.payload,
      attempts: outbox.attempts,
    })
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, now())))
    .orderBy(asc(outbox.id))
    .limit(atOnce);
  let attempts = 0;
  for (const row of due) {
    // Renewed for each: a slow target must not let the lease run out under the others.
    const epoch = await takeLease(outboxLease, holder, now());
    if (epoch === undefined) return attempts;
    const delivery = await deliverers[row.kind](row).catch((error: unknown): Delivery => ({
      isDone: false,
      answer: describe(error),
    }));
    await settle(row, delivery, { holder, epoch }, now());
    attempts += 1;
  }
  return attempts;
}

async function settle(
  { id, attempts }: { id: number; attempts: number },
  delivery: Delivery,
  { holder, epoch }: { holder: string; epoch: number },
  now: Date,
): Promise<void> {
  await tx(async (q) => {
    // Done is done, whoever holds the lease by now; a failure is counted by whoever does.
    if (!delivery.isDone && !(await holdsLease(q, outboxLease, holder, epoch))) return;
    const pause = pauses[attempts];
    const isEnd = delivery.isDone || delivery.isFinal === true || pause === undefined;
    await q
      .update(outbox)
      .set({
        attempts: attempts + 1,
        lastAnswer: delivery.answer.slice(0, 500),
        ...(isEnd
          ? { state: delivery.isDone ? ('done' as const) : ('failed' as const), endedAt: now }
          : { dueAt: new Date(now.getTime() + Math.max(pause, retryAfterOf(delivery))) }),
      })
      .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')));
  });
}

function retryAfterOf(delivery: Delivery): number {
  return delivery.isDone ? 0 : Math.min(delivery.retryAfter ?? 0, 24 * 60 * minute);
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `：${error.cause.message}` : '';
  return `没有连上：${error instanceof Error ? error.message : String(error)}${cause}`;
}

/** Forgets what ended a month ago. */
export async function pruneOutbox(now = new Date()): Promise<void> {
  await tx((q) =>
    q
      .delete(outbox)
      .where(and(ne(outbox.state, 'waiting'), lt(outbox.endedAt, new Date(now.getTime() - keptFor)))),
  );
}
