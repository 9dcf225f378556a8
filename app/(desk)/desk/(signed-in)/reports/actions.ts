'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { closeReport, closeReportForm } from '@/features/reader-reports/close-report';

export async function closeReportAction(input: unknown) {
  return answerVerb(closeReportForm, input, closeReport);
}
