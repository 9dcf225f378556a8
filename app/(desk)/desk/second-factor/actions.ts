'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { keepCookies } from '@/features/access/keep-cookies';
import { requireSignedIn } from '@/features/access/require-editor';
import {
  confirmSecondFactor,
  offerSecondFactor,
  type SecondFactorOffer,
} from '@/features/access/set-up-second-factor';
import { turnOffSecondFactor } from '@/features/access/turn-off-second-factor';
import { codeForm } from '@/features/access/verify-code';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';
import type { Outcome } from '@/lib/problems';

const passwordField = z.strictObject({ password: z.string().max(1000) });

/** A new secret and backup codes, shown once. Where a second factor is in force, this ends it. */
export async function offerSecondFactorAction(form: FormData): Promise<Outcome<SecondFactorOffer>> {
  return answerAction(async () => {
    const signedIn = await requireSignedIn();
    const input = parseInput(passwordField, form);
    if (!input.ok) return input;
    const { password } = input.value;
    let sent = new Headers(await headers());
    if (signedIn.hasSecondFactor) {
      const off = await turnOffSecondFactor(signedIn, sent, password);
      if (!off.ok) return off;
      await keepCookies(off.cookies);
      sent = off.headers;
    }
    const offer = await offerSecondFactor(sent, password);
    if (!offer.ok) return offer;
    await keepCookies(offer.cookies);
    return { ok: true, value: offer.value };
  });
}

export async function confirmSecondFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    const signedIn = await requireSignedIn();
    const input = parseInput(codeForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await confirmSecondFactor(signedIn, await headers(), input.value.code);
    if (!outcome.ok) return { problems: outcome.problems };
    await keepCookies(outcome.cookies);
    redirect('/desk');
  });
}
