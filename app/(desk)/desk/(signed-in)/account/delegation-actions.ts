'use server';

import { refresh } from 'next/cache';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { requireEditor } from '@/features/access/require-editor';
import {
  delegateForm,
  delegateReview,
  endDelegation,
  endDelegationForm,
} from '@/features/review/delegations';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function delegateAction(input: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const parsed = parseInput(delegateForm, input);
    if (!parsed.ok) return { problems: parsed.problems };
    const outcome = await delegateReview(editor, parsed.value);
    if (!outcome.ok) return { problems: outcome.problems };
    refresh();
    return { problems: [], done: '已委托。代审的稿件会写明代您审。' };
  });
}

export async function endDelegationAction(input: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const parsed = parseInput(endDelegationForm, input);
    if (!parsed.ok) return { problems: parsed.problems };
    await endDelegation(editor, parsed.value);
    refresh();
    return { problems: [], done: '委托已结束。' };
  });
}
