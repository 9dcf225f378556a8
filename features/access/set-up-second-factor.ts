import { tx } from '@/db/client';
import { auth } from '@/features/access/auth';
import type { SignedIn } from '@/features/access/find-editor';
import { recordEvent } from '@/features/timeline/record-event';
import type { Problem } from '@/lib/problems';

/** What an authenticator needs, and the codes for the day it is lost. Shown once. */
export type SecondFactorOffer = { address: string; backupCodes: string[] };

type Answer<Value> = { ok: true; value: Value; cookies: string[] } | { ok: false; problems: Problem[] };

/** First step: against the password, a new secret. It counts only after confirmSecondFactor. */
export async function offerSecondFactor(
  headers: Headers,
  password: string,
): Promise<Answer<SecondFactorOffer>> {
  try {
    const { response, headers: answered } = await auth().api.enableTwoFactor({
      body: { password },
      headers,
      returnHeaders: true,
    });
    if (!('totpURI' in response)) throw new Error('A second factor without a secret was offered.');
    return {
      ok: true,
      value: { address: response.totpURI, backupCodes: response.backupCodes },
      cookies: answered.getSetCookie(),
    };
  } catch (error) {
    if (!isApiError(error)) throw error;
    return { ok: false, problems: [{ field: 'password', message: '密码不正确，请重新输入。' }] };
  }
}

/** Second step: the authenticator shows the right digits, so from the next sign-in on it is asked. */
export async function confirmSecondFactor(
  signedIn: SignedIn,
  headers: Headers,
  code: string,
  now = new Date(),
): Promise<Answer<undefined>> {
  try {
    const answer = await auth().api.verifyTOTP({
      body: { code: code.replaceAll(/\s/gu, '') },
      headers,
      returnHeaders: true,
    });
    await tx((q) => recordEvent(q, signedIn.editor, { kind: 'secondFactorTurnedOn' }, now));
    return { ok: true, value: undefined, cookies: answer.headers.getSetCookie() };
  } catch (error) {
    if (!isApiError(error)) throw error;
    return {
      ok: false,
      problems: [
        { field: 'code', message: '验证码不正确。请检查手机的时间是否准确，再输入现在显示的六位数字。' },
      ],
    };
  }
}

function isApiError(error: unknown): boolean {
  return error instanceof Error && error.name === 'APIError';
}
