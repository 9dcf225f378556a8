import { and, count, desc, eq, lt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import type { OutboxKind } from '@/lib/outbox-kind';

export type OutboxState = 'waiting' | 'done' | 'failed';

export type ListedOutboxRow = {
  id: number;
  kind: OutboxKind;
  subject: string;
  state: OutboxState;
  attempts: number;
  createdAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  lastAnswer: string;
};

const onAPage = 50;

/** What was, is or could not be told outside, the newest first. For whoever may see the settings. */
export async function listOutbox(
  editor: Editor,
  { state, before }: { state: OutboxState; before?: number | undefined },
): Promise<{ rows: ListedOutboxRow[]; older: number | undefined; counts: Record<OutboxState, number> }> {
  await demand(reader(), editor, 'editSettings');
  const rows = await reader()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      state: outbox.state,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
      dueAt: outbox.dueAt,
      endedAt: outbox.endedAt,
      lastAnswer: outbox.lastAnswer,
    })
    .from(outbox)
    .where(and(eq(outbox.state, state), before === undefined ? undefined : lt(outbox.id, before)))
    .orderBy(desc(outbox.id))
    .limit(onAPage + 1);
  const counted = await reader()
    .select({ state: outbox.state, number: count() })
    .from(outbox)
    .groupBy(outbox.state);
  const counts = { waiting: 0, done: 0, failed: 0 };
  for (const one of counted) counts[one.state] = one.number;
  return {
    rows: rows.slice(0, onAPage),
    older: rows.length > onAPage ? rows[onAPage - 1]!.id : undefined,
    counts,
  };
}
