import { z } from 'zod';
import { and, eq, ne } from 'drizzle-orm';
import { tx } from '@/db/client';
import { logins } from '@/db/schema/editors';
import { auth } from '@/features/access/auth';
import type { SignedIn } from '@/features/access/find-editor';
import { problemsOfPassword } from '@/features/access/problems-of-password';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const passwordForm = z.strictObject({
  current: z.string().max(1000),
  password: z.string().max(1000),
  repeated: z.string().max(1000),
});

/** A new password for oneself, against the old one. All other logins end. */
export async function changeOwnPassword(
  signedIn: SignedIn,
  headers: Headers,
  { current, password, repeated }: z.infer<typeof passwordForm>,
  now = new Date(),
): Promise<Outcome> {
  const { editor, loginId } = signedIn;
  if (password !== repeated) return refuse('repeated', '两次输入的密码不一样，请重新输入。');
  const problems = await problemsOfPassword(password, editor);
  if (problems.length > 0) return { ok: false, problems };
  try {
    await auth().api.changePassword({ body: { currentPassword: current, newPassword: password }, headers });
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') {
      return refuse('current', '现在的密码不正确，请重新输入。');
    }
    throw error;
  }
  await tx(async (q) => {
    await q.delete(logins).where(and(eq(logins.editorId, editor.id), ne(logins.id, loginId)));
    await recordEvent(q, editor, { kind: 'passwordChanged' }, now);
  });
  return { ok: true, value: undefined };
}

function refuse(field: string, message: string): Outcome {
  return { ok: false, problems: [{ field, message }] };
}
