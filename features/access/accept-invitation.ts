import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, reader, tx } from '@/db/client';
import { credentials, editorRoleScopes, editors, logins } from '@/db/schema/editors';
import { auth } from '@/features/access/auth';
import { findInvitation, type Invitation, useUp } from '@/features/access/one-time-links';
import { problemsOfPassword } from '@/features/access/problems-of-password';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const invitationForm = z.strictObject({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1, '请填写姓名').max(60, '姓名不能超过 60 字'),
  email: z.email('请填写有效的邮箱地址').max(254).toLowerCase(),
  password: z.string().max(1000),
  repeated: z.string().max(1000),
});

const spent = '这个链接已经用过或已过期。请向管理员再要一个；第一个账号请重新运行 npm start 取得新链接。';

/**
 * Turns a one-time link and a password into an account, or into a new password for one. Name and e-mail of an
 * invitation are those of its sender; only the first account chooses its own. A reset ends all logins and
 * leaves the second factor as it is.
 */
export async function acceptInvitation(
  given: z.infer<typeof invitationForm>,
  now = new Date(),
): Promise<Outcome<{ email: string }>> {
  const invitation = await findInvitation(reader(), given.token, now);
  if (invitation === undefined) return refuse('token', spent);
  if (given.password !== given.repeated) return refuse('repeated', '两次输入的密码不一样，请重新输入。');
  const person =
    invitation.purpose === 'firstAccount'
      ? { name: given.name, email: given.email }
      : { name: invitation.name, email: invitation.email };
  const problems = await problemsOfPassword(given.password, person);
  if (problems.length > 0) return { ok: false, problems };
  // Takes a tenth of a second on purpose; inside the transaction it would hold up every other write.
  const passwordHash = await (await auth().$context).password.hash(given.password);
  return tx(async (q) => {
    // Asked again: two browsers with one link are told apart here.
    if ((await findInvitation(q, given.token, now)) === undefined) return refuse('token', spent);
    if (invitation.purpose === 'resetPassword') await setPassword(q, person.email, passwordHash, now);
    else {
      const taken = await isTaken(q, invitation, person.email);
      if (taken !== undefined) return refuse('email', taken);
      await addEditor(q, { person, passwordHash, invitation, now });
    }
    await useUp(q, invitation.id, now);
    return { ok: true, value: { email: person.email } };
  });
}

function refuse(field: string, message: string): Outcome<{ email: string }> {
  return { ok: false, problems: [{ field, message }] };
}

async function isTaken(q: Query, { purpose }: Invitation, email: string): Promise<string | undefined> {
  const [row] = await q.select({ known: count() }).from(editors).where(eq(editors.email, email));
  if (row!.known > 0) return '这个邮箱已经有账号了，请直接登录。';
  if (purpose !== 'firstAccount') return undefined;
  const [all] = await q.select({ number: count() }).from(editors);
  return all!.number > 0 ? '第一个账号已经建好了，请由管理员邀请。' : undefined;
}

type NewEditor = {
  person: { name: string; email: string };
  passwordHash: string;
  invitation: Invitation;
  now: Date;
};

async function addEditor(q: Query, { person, passwordHash, invitation, now }: NewEditor): Promise<void> {
  const [editor] = await q
    .insert(editors)
    // Whoever has the link has the mailbox, or was handed the link by somebody with the right to.
    .values({ ...person, emailVerified: true, createdAt: now, updatedAt: now })
    .returning({ id: editors.id, name: editors.name });
  const { id } = editor!;
  await q.insert(credentials).values({
    editorId: id,
    accountId: String(id),
    providerId: 'credential',
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  await q
    .insert(editorRoleScopes)
    .values(invitation.roles.map((scope) => ({ ...scope, editorId: id })))
    .onConflictDoNothing();
  await recordEvent(q, editor, { kind: 'editorJoined', subject: person.email }, now);
}

async function setPassword(q: Query, email: string, passwordHash: string, now: Date): Promise<void> {
  const [editor] = await q
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(eq(editors.email, email));
  if (editor === undefined) throw new Error('A password link names nobody.');
  await q
    .update(credentials)
    .set({ password: passwordHash, updatedAt: now })
    .where(and(eq(credentials.editorId, editor.id), eq(credentials.providerId, 'credential')));
  await q.delete(logins).where(eq(logins.editorId, editor.id));
  await recordEvent(q, editor, { kind: 'passwordReset', subject: email }, now);
}
