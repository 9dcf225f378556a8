'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { saveSettings, settingsForm } from '@/features/settings/save-settings';

export async function saveSettingsAction(input: unknown) {
  return answerVerb(settingsForm, input, saveSettings);
}
