'use server';

import { refresh } from 'next/cache';
import type { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import type { Editor } from '@/features/access/editor';
import { requireEditor } from '@/features/access/require-editor';
import { reviewRulesForm, setReviewRules } from '@/features/review/set-review-rules';
import { addSection, addSectionForm } from '@/features/sections/add-section';
import { changeSection, changeSectionForm } from '@/features/sections/change-section';
import { moveSection, moveSectionForm } from '@/features/sections/move-section';
import { removeSection, removeSectionForm } from '@/features/sections/remove-section';
import { suggestSegment, suggestSegmentForm } from '@/features/sections/suggest-segment';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';
import type { Outcome } from '@/lib/problems';

export async function addSectionAction(input: unknown): Promise<FormState> {
  return tell(addSectionForm, input, addSection, '栏目已新建。');
}

export async function changeSectionAction(input: unknown): Promise<FormState> {
  return tell(changeSectionForm, input, changeSection, '栏目已保存。');
}

export async function moveSectionAction(input: unknown): Promise<FormState> {
  return tell(moveSectionForm, input, moveSection, '顺序已保存。');
}

export async function removeSectionAction(input: unknown): Promise<FormState> {
  return tell(removeSectionForm, input, removeSection, '栏目已删除，它的地址会转到上级栏目。');
}

export async function setReviewRulesAction(input: unknown): Promise<FormState> {
  return tell(reviewRulesForm, input, setReviewRules, '审核规则已保存。');
}

export async function suggestSegmentAction(input: unknown) {
  return answerVerb(suggestSegmentForm, input, async (editor, form) => ({
    ok: true as const,
    value: await suggestSegment(editor, form),
  }));
}

async function tell<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  verb: (editor: Editor, value: z.output<Schema>) => Promise<Outcome<unknown>>,
  done: string,
): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(schema, sent);
    if (!input.ok) return { problems: input.problems };
    const outcome = await verb(editor, input.value);
    if (!outcome.ok) return { problems: outcome.problems };
    refresh();
    return { problems: [], done };
  });
}
