'use server';

import { revalidatePath } from 'next/cache';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { requireEditor } from '@/features/access/require-editor';
import { changePicture, pictureForm } from '@/features/media/change-picture';
import type { FormState } from '@/lib/form-state';
import { fieldsOf, parseInput } from '@/lib/parse-input';

export async function changePictureAction(_previous: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const answer = await answerAction(async () => {
    const { pictureId, focalX, focalY, ...words } = fieldsOf(form);
    const numbers = { pictureId: asNumber(pictureId), focalX: asNumber(focalX), focalY: asNumber(focalY) };
    const input = parseInput(pictureForm, { ...words, ...numbers });
    return input.ok ? changePicture(editor, input.value) : input;
  });
  if (!answer.ok) return { problems: answer.problems };
  revalidatePath('/desk/media');
  return { problems: [], done: '图片资料已保存。' };
}

/** A form knows only text; what is no plain number is left as it is, for the schema to refuse. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value;
}
