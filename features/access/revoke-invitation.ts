import { and, eq, gt, isNull } from 'drizzle-orm';
import { tx } from '@/db/client';
import { invitations } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { useUp } from '@/features/access/one-time-links';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

/** Makes a one-time link that nobody has used worthless: one to join as well as one for a new password. */
export async function revokeInvitation(
  editor: Editor,
  invitationId: number,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'manageEditors');
    const [open] = await q
      .select({ name: invitations.name, email: invitations.email })
      .from(invitations)
      .where(
        and(eq(invitations.id, invitationId), isNull(invitations.usedAt), gt(invitations.expiresAt, now)),
      );
    if (open === undefined) {
      const message = '这个链接已经用过、过期或撤销了，请刷新页面查看。';
      return { ok: false, problems: [{ field: 'invitationId', message }] };
    }
    await useUp(q, invitationId, now);
    await recordEvent(
      q,
      editor,
      { kind: 'invitationRevoked', subject: `${open.name} ${open.email}`.trim() },
      now,
    );
    return { ok: true, value: undefined };
  });
}
