import { tx } from '@/db/client';
import { auth } from '@/features/access/auth';
import type { SignedIn } from '@/features/access/find-editor';
import { recordEvent } from '@/features/timeline/record-event';
import type { Problem } from '@/lib/problems';

type Answer = { ok: true; headers: Headers; cookies: string[] } | { ok: false; problems: Problem[] };

/**
 * Forgets one's own second factor, against the password, before a new one is set up on another device: the
 * old codes and backup codes end here. Whose roles demand one is let in nowhere until the new one counts.
 * The login changes with it: `cookies` are for the browser, `headers` for what follows in this request.
 */
export async function turnOffSecondFactor(
  { editor }: SignedIn,
  headers: Headers,
  password: string,
  now = new Date(),
): Promise<Answer> {
  try {
    const answer = await auth().api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
    await tx((q) => recordEvent(q, editor, { kind: 'secondFactorTurnedOff', subject: editor.email }, now));
    const cookies = answer.headers.getSetCookie();
    return { ok: true, cookies, headers: asIfSentWith(headers, cookies) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'APIError') throw error;
    return { ok: false, problems: [{ field: 'password', message: '密码不正确，请重新输入。' }] };
  }
}

/** The request's headers with the new login in place of the old. */
function asIfSentWith(headers: Headers, setCookies: string[]): Headers {
  const pairs = setCookies.map((line) => line.split(';', 1)[0]!);
  const replaced = new Set(pairs.map((pair) => pair.split('=', 1)[0]));
  const kept = (headers.get('cookie') ?? '').split(/;\s*/u).filter((pair) => {
    const name = pair.split('=', 1)[0];
    return name !== '' && !replaced.has(name);
  });
  const sent = new Headers(headers);
  sent.set('cookie', [...kept, ...pairs].join('; '));
  return sent;
}
