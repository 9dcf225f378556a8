'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { acknowledgeForm, acknowledgeSchedule } from '@/features/schedule/acknowledge-schedule';

export async function acknowledgeAction(input: unknown) {
  return answerVerb(acknowledgeForm, input, acknowledgeSchedule);
}
