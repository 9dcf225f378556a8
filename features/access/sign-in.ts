import { z } from 'zod';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { auth } from '@/features/access/auth';
import { countWrongTry, forgetWrongTries, mustWait } from '@/features/access/sign-in-limits';
import { recordEvent } from '@/features/timeline/record-event';
import type { Problem } from '@/lib/problems';

export const signInForm = z.strictObject({
  email: z.string().trim().toLowerCase().max(254),
  // No lower limit: a password that is too short is simply a wrong one.
  password: z.string().max(1000),
});

export type SignInOutcome =
  { ok: true; next: 'desk' | 'code'; cookies: string[] } | { ok: false; problems: Problem[] };

/** The same words for a wrong password, an unknown address and a disabled account. */
const refused = '邮箱或密码不正确。请检查后再试；忘记密码请联系管理员重设。';
const waiting = '尝试次数太多，请 15 分钟后再试。若不是您本人操作，请告诉管理员。';

/**
 * Asks for the password. On success `cookies` are the Set-Cookie lines of a login, or of a sign-in that
 * waits for the second factor. `headers` are the request's, for the address.
 */
export async function signIn(
  headers: Headers,
  { email, password }: z.infer<typeof signInForm>,
  now = new Date(),
): Promise<SignInOutcome> {
  const keys = { email, address: headers.get('x-forwarded-for') ?? '' };
  if (await mustWait(keys, now)) return { ok: false, problems: [{ field: 'email', message: waiting }] };
  const [account] = await reader()
    .select({ id: editors.id, name: editors.name, disabledAt: editors.disabledAt })
    .from(editors)
    .where(eq(editors.email, email));
  const answer = await askBetterAuth(headers, email, password);
  if (answer === undefined || account === undefined || account.disabledAt !== null) {
    await tx(async (q) => {
      await countWrongTry(q, keys, now);
      await recordEvent(q, undefined, { kind: 'signInRefused', subject: email, note: keys.address }, now);
    });
    return { ok: false, problems: [{ field: 'email', message: refused }] };
  }
  const needsCode = 'twoFactorRedirect' in answer.response;
  await tx(async (q) => {
    await forgetWrongTries(q, email);
    if (!needsCode) await recordEvent(q, account, { kind: 'signedIn', note: keys.address }, now);
  });
  return { ok: true, next: needsCode ? 'code' : 'desk', cookies: answer.headers.getSetCookie() };
}

/** An unknown address costs a password hash there, too, so that the time says nothing. */
async function askBetterAuth(headers: Headers, email: string, password: string) {
  try {
    return await auth().api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return undefined;
    throw error;
  }
}
