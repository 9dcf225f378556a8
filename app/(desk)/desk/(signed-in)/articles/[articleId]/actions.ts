'use server';

import { z } from 'zod';
import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { deleteDraft, deleteDraftForm } from '@/features/articles/delete-draft';
import { discardChanges, discardForm } from '@/features/articles/discard-changes';
import { closeArticle, keepOpen, openForm, takeOver } from '@/features/articles/open-articles';
import { makePreview, previewForm, revokeForm, revokePreview } from '@/features/articles/previews';
import { publishArticle, publishForm } from '@/features/articles/publish-article';
import { reinstateArticle, reinstateForm } from '@/features/articles/reinstate-article';
import { returnArticle, returnForm } from '@/features/articles/return-article';
import { saveArticle, saveForm } from '@/features/articles/save-article';
import { sendArticle, sendForm } from '@/features/articles/send-article';
import { unpublishArticle, unpublishForm } from '@/features/articles/unpublish-article';
import { withdrawArticle, withdrawForm } from '@/features/articles/withdraw-article';
import { correctArticle, correctForm } from '@/features/corrections/correct-article';
import { removeCorrection, removeCorrectionForm } from '@/features/corrections/remove-correction';
import {
  ignoreFinding,
  ignoreFindingForm,
  restoreFinding,
  restoreFindingForm,
} from '@/features/house-style/ignore-finding';
import { listPictures } from '@/features/media/list-pictures';
import { cancelSchedule, cancelScheduleForm } from '@/features/schedule/cancel-schedule';
import { scheduleArticle, scheduleForm } from '@/features/schedule/schedule-article';
import { embargoForm, setEmbargo } from '@/features/schedule/set-embargo';
import { findLiveArticles } from '@/features/search/find-live-articles';

// What the form calls. Each is a door of its own: the verb behind it asks who may, whatever the page showed.

export async function saveAction(input: unknown) {
  return answerVerb(saveForm, input, saveArticle);
}

export async function publishAction(input: unknown) {
  return answerVerb(publishForm, input, publishArticle);
}

export async function unpublishAction(input: unknown) {
  return answerVerb(unpublishForm, input, unpublishArticle);
}

export async function scheduleAction(input: unknown) {
  return answerVerb(scheduleForm, input, scheduleArticle);
}

export async function cancelScheduleAction(input: unknown) {
  return answerVerb(cancelScheduleForm, input, cancelSchedule);
}

export async function setEmbargoAction(input: unknown) {
  return answerVerb(embargoForm, input, setEmbargo);
}

export async function correctAction(input: unknown) {
  return answerVerb(correctForm, input, correctArticle);
}

export async function removeCorrectionAction(input: unknown) {
  return answerVerb(removeCorrectionForm, input, removeCorrection);
}

export async function withdrawAction(input: unknown) {
  return answerVerb(withdrawForm, input, withdrawArticle);
}

export async function reinstateAction(input: unknown) {
  return answerVerb(reinstateForm, input, reinstateArticle);
}

export async function deleteDraftAction(input: unknown) {
  return answerVerb(deleteDraftForm, input, deleteDraft);
}

export async function discardAction(input: unknown) {
  return answerVerb(discardForm, input, discardChanges);
}

export async function sendAction(input: unknown) {
  return answerVerb(sendForm, input, sendArticle);
}

export async function returnAction(input: unknown) {
  return answerVerb(returnForm, input, returnArticle);
}

export async function keepOpenAction(input: unknown) {
  return answerVerb(openForm, input, async (editor, form) => ({
    ok: true as const,
    value: await keepOpen(editor, form),
  }));
}

export async function takeOverAction(input: unknown) {
  return answerVerb(openForm, input, async (editor, form) => ({
    ok: true as const,
    value: await takeOver(editor, form),
  }));
}

export async function closeAction(input: unknown) {
  return answerVerb(openForm, input, async (editor, form) => {
    await closeArticle(editor, form);
    return { ok: true as const, value: undefined };
  });
}

export async function makePreviewAction(input: unknown) {
  return answerVerb(previewForm, input, makePreview);
}

export async function revokePreviewAction(input: unknown) {
  return answerVerb(revokeForm, input, revokePreview);
}

export async function ignoreFindingAction(input: unknown) {
  return answerVerb(ignoreFindingForm, input, ignoreFinding);
}

export async function restoreFindingAction(input: unknown) {
  return answerVerb(restoreFindingForm, input, restoreFinding);
}

const wordsForm = z.strictObject({ words: z.string().max(200) });

export async function findArticlesAction(input: unknown) {
  return answerVerb(wordsForm, input, async (editor, { words }) => ({
    ok: true as const,
    value: await findLiveArticles(editor, words),
  }));
}

export async function listPicturesAction(input: unknown) {
  return answerVerb(wordsForm, input, async (editor, { words }) => ({
    ok: true as const,
    value: (await listPictures(editor, { words })).pictures,
  }));
}
