import { eq } from 'drizzle-orm';
import { tx } from '@/db/client';
import { editors, secondFactors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { makeOneTimeLink } from '@/features/access/one-time-links';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

/**
 * Makes the link with which somebody chooses a new password. The old one works until then; the second
 * factor is asked as before. Without an editor the command line asks.
 */
export async function makePasswordLink(
  editor: Editor | undefined,
  editorId: number,
  now = new Date(),
): Promise<Outcome<{ link: string }>> {
  return tx(async (q) => {
    if (editor !== undefined) await demand(q, editor, 'manageEditors');
    const [person] = await q
      .select({ name: editors.name, email: editors.email })
      .from(editors)
      .where(eq(editors.id, editorId));
    if (person === undefined) {
      return { ok: false, problems: [{ field: 'editorId', message: '这个账号已不存在。' }] };
    }
    const link = await makeOneTimeLink(
      q,
      { purpose: 'resetPassword', ...person, roles: [], invitedBy: editor?.id ?? null },
      now,
    );
    await recordEvent(q, editor, { kind: 'passwordReset', subject: person.email, note: '生成链接' }, now);
    return { ok: true, value: { link } };
  });
}

/**
 * Forgets the second factor of somebody who lost device and backup codes; they set up a new one at their
 * next sign-in. Without an editor the command line asks. Nobody does this for themselves at the desk.
 */
export async function forgetSecondFactor(
  editor: Editor | undefined,
  editorId: number,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    if (editor !== undefined) await demand(q, editor, 'manageEditors');
    if (editor?.id === editorId) {
      return {
        ok: false,
        problems: [{ field: 'editorId', message: '自己的两步验证请由另一位管理员解除。' }],
      };
    }
    const [person] = await q
      .update(editors)
      .set({ twoFactorEnabled: false, updatedAt: now })
      .where(eq(editors.id, editorId))
      .returning({ email: editors.email });
    if (person === undefined) {
      return { ok: false, problems: [{ field: 'editorId', message: '这个账号已不存在。' }] };
    }
    await q.delete(secondFactors).where(eq(secondFactors.editorId, editorId));
    await recordEvent(q, editor, { kind: 'secondFactorTurnedOff', subject: person.email }, now);
    return { ok: true, value: undefined };
  });
}
