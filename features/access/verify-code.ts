import { z } from 'zod';
import { tx } from '@/db/client';
import { auth } from '@/features/access/auth';
import { claimCode } from '@/features/access/sign-in-limits';
import { recordEvent } from '@/features/timeline/record-event';
import type { Problem } from '@/lib/problems';

export const codeForm = z.strictObject({ code: z.string().trim().max(40) });

export type CodeOutcome = { ok: true; cookies: string[] } | { ok: false; problems: Problem[] };

const refused = (message: string): CodeOutcome => ({ ok: false, problems: [{ field: 'code', message }] });

/**
 * The second step of a sign-in: six digits of the authenticator, or a backup code. Each works once. The
 * number of tries is limited for the sign-in (5) and for the account (10, then a quarter of an hour).
 */
export async function verifyCode(headers: Headers, code: string, now = new Date()): Promise<CodeOutcome> {
  const isTotp = /^\d{6}$/u.test(code.replaceAll(/\s/gu, ''));
  const plain = isTotp ? code.replaceAll(/\s/gu, '') : code;
  try {
    const answer = isTotp
      ? await auth().api.verifyTOTP({ body: { code: plain }, headers, returnHeaders: true })
      : await auth().api.verifyBackupCode({ body: { code: plain }, headers, returnHeaders: true });
    const { id, name } = answer.response.user;
    // Checked after the code itself: only a right code may be spent, and then only once.
    if (!(await claimCode(Number(id), plain, now))) {
      await endLogin(answer.response.token);
      return refused('这个验证码已经用过。请等验证器显示下一个，再输入。');
    }
    await tx((q) =>
      recordEvent(
        q,
        { id: Number(id), name },
        { kind: 'signedIn', note: headers.get('x-forwarded-for') ?? '' },
        now,
      ),
    );
    return { ok: true, cookies: answer.headers.getSetCookie() };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'APIError') throw error;
    const reason = (error as Error & { body?: { code?: string } }).body?.code;
    if (reason === 'ACCOUNT_TEMPORARILY_LOCKED') return refused('验证码错误次数太多，请 15 分钟后再试。');
    if (reason === 'INVALID_TWO_FACTOR_COOKIE' || reason === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
      return refused('这次登录已经过期，请回到登录页重新输入密码。');
    }
    return refused('验证码不正确。请输入验证器上现在显示的六位数字，或一个没有用过的备用码。');
  }
}

async function endLogin(token: string | undefined): Promise<void> {
  if (token === undefined) return;
  const { internalAdapter } = await auth().$context;
  await internalAdapter.deleteSession(token);
}
