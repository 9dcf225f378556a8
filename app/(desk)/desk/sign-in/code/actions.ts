'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { keepCookies } from '@/features/access/keep-cookies';
import { codeForm, verifyCode } from '@/features/access/verify-code';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function verifyCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    const input = parseInput(codeForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await verifyCode(await headers(), input.value.code);
    if (!outcome.ok) return { problems: outcome.problems };
    await keepCookies(outcome.cookies);
    redirect('/desk');
  });
}
