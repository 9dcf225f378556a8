import type { Query } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import type { OutboxKind } from '@/lib/outbox-kind';

export type OutboxEntry = {
  kind: OutboxKind;
  /** For the desk; never a secret. */
  subject: string;
  payload: unknown;
  dedupeKey?: string;
};

/** Writes down what is to be done outside, in the transaction that makes it necessary. */
export async function enqueue(q: Query, entries: readonly OutboxEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  await q
    .insert(outbox)
    .values(entries.map((entry) => ({ ...entry, createdAt: now, dueAt: now })))
    .onConflictDoNothing();
}
