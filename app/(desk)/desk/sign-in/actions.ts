'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { keepCookies } from '@/features/access/keep-cookies';
import { signIn, signInForm } from '@/features/access/sign-in';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    const input = parseInput(signInForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await signIn(await headers(), input.value);
    if (!outcome.ok) return { problems: outcome.problems };
    await keepCookies(outcome.cookies);
    redirect(outcome.next === 'code' ? '/desk/sign-in/code' : '/desk');
  });
}
