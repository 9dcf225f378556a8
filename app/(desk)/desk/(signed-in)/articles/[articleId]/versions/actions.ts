'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { restoreForm, restoreRevision } from '@/features/versions/restore-revision';

export async function restoreAction(input: unknown) {
  return answerVerb(restoreForm, input, restoreRevision);
}
