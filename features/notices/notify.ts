import { and, inArray, isNull, lt } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { notices } from '@/db/schema/notices';
import type { NoticeKind } from '@/lib/notice-kind';

export type Notice = {
  kind: NoticeKind;
  articleId: number;
  /** The headline now. */
  subject: string;
  text: string;
  /** Names what is told once only; without it each call tells. */
  occasion?: string;
};

/** After this, in milliseconds, a notice is of no use to anybody. */
const keptFor = 90 * 86_400_000;

/**
 * Tells people something, in the transaction in which it happens: what is rolled back is told to nobody. Who
 * has no account any more is left out. Answers whom it told.
 */
export async function notify(
  q: Query,
  editorIds: readonly number[],
  notice: Notice,
  now: Date,
): Promise<number[]> {
  const wanted = [...new Set(editorIds)];
  if (wanted.length === 0) return [];
  const active = await q
    .select({ id: editors.id })
    .from(editors)
    .where(and(inArray(editors.id, wanted), isNull(editors.disabledAt)));
  if (active.length === 0) return [];
  const told = await q
    .insert(notices)
    .values(active.map(({ id }) => ({ ...notice, editorId: id, at: now })))
    .onConflictDoNothing()
    .returning({ editorId: notices.editorId });
  await q.delete(notices).where(lt(notices.at, new Date(now.getTime() - keptFor)));
  return told.map(({ editorId }) => editorId);
}
