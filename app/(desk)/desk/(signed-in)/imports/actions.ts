'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { confirmImportForm, confirmImportItem } from '@/features/archive-import/confirm/confirm-import-item';
import { dropImportForm, dropImportItem } from '@/features/archive-import/confirm/drop-import-item';

export async function confirmImportAction(input: unknown) {
  return answerVerb(confirmImportForm, input, confirmImportItem);
}

export async function dropImportAction(input: unknown) {
  return answerVerb(dropImportForm, input, dropImportItem);
}
