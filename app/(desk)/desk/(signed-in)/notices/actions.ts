'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { markNoticesSeen, seenForm } from '@/features/notices/mark-notices-seen';

export async function markSeenAction(input: unknown) {
  return answerVerb(seenForm, input, markNoticesSeen);
}
