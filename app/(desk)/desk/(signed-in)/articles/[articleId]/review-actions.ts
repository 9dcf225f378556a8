'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import {
  approveArticle,
  approveForm,
  proofreadArticle,
  proofreadForm,
} from '@/features/review/approve-article';
import { publishBeforeReview, publishFirstForm } from '@/features/review/publish-before-review';
import { claimForm, claimReview, releaseClaim } from '@/features/review/review-claims';
import { markForm, markParagraph, resolveMark, resolveMarkForm } from '@/features/review/review-marks';
import { importanceForm, setImportance } from '@/features/review/set-importance';

// The chain's side of the form. As with its other actions, the verbs ask who may.

export async function approveAction(input: unknown) {
  return answerVerb(approveForm, input, approveArticle);
}

export async function proofreadAction(input: unknown) {
  return answerVerb(proofreadForm, input, proofreadArticle);
}

export async function publishFirstAction(input: unknown) {
  return answerVerb(publishFirstForm, input, publishBeforeReview);
}

export async function markAction(input: unknown) {
  return answerVerb(markForm, input, markParagraph);
}

export async function resolveMarkAction(input: unknown) {
  return answerVerb(resolveMarkForm, input, resolveMark);
}

export async function setImportanceAction(input: unknown) {
  return answerVerb(importanceForm, input, setImportance);
}

export async function claimAction(input: unknown) {
  return answerVerb(claimForm, input, claimReview);
}

export async function releaseClaimAction(input: unknown) {
  return answerVerb(claimForm, input, releaseClaim);
}
