import { eq } from 'drizzle-orm';
import { tx } from '@/db/client';
import { editors, logins } from '@/db/schema/editors';
import { hasAdministrator, LastAdministratorError } from '@/features/access/change-roles';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

/**
 * Closes an account at once, logins included, or opens it again. What the person wrote stays. Without an
 * editor the command line asks.
 */
export async function setDisabled(
  editor: Editor | undefined,
  { editorId, isDisabled }: { editorId: number; isDisabled: boolean },
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    if (editor !== undefined) await demand(q, editor, 'manageEditors');
    const [changed] = await q
      .update(editors)
      .set({ disabledAt: isDisabled ? now : null, updatedAt: now })
      .where(eq(editors.id, editorId))
      .returning({ name: editors.name, email: editors.email });
    if (changed === undefined) return refuse('这个账号已不存在。');
    if (isDisabled && !(await hasAdministrator(q))) throw new LastAdministratorError();
    await q.delete(logins).where(eq(logins.editorId, editorId));
    await recordEvent(
      q,
      editor,
      { kind: isDisabled ? 'editorDisabled' : 'editorEnabled', subject: `${changed.name} ${changed.email}` },
      now,
    );
    return { ok: true as const, value: undefined };
  }).catch((error: unknown) => {
    if (error instanceof LastAdministratorError) return refuse(error.message);
    throw error;
  });
}

function refuse(message: string): Outcome {
  return { ok: false, problems: [{ field: 'editorId', message }] };
}
