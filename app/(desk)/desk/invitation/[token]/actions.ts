'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { acceptInvitation, invitationForm } from '@/features/access/accept-invitation';
import { keepCookies } from '@/features/access/keep-cookies';
import { signIn } from '@/features/access/sign-in';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function acceptInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    const input = parseInput(invitationForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await acceptInvitation(input.value);
    if (!outcome.ok) return { problems: outcome.problems };
    // With the password just chosen; the second factor, where there is one, is asked as ever.
    const { password } = input.value;
    const entered = await signIn(await headers(), { email: outcome.value.email, password });
    if (!entered.ok) redirect('/desk/sign-in');
    await keepCookies(entered.cookies);
    redirect(entered.next === 'code' ? '/desk/sign-in/code' : '/desk');
  });
}
