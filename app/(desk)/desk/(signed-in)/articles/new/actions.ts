'use server';

import { redirect } from 'next/navigation';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { requireEditor } from '@/features/access/require-editor';
import { createArticle, newArticleForm } from '@/features/articles/create-article';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function createArticleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(newArticleForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await createArticle(editor, input.value);
    if (!outcome.ok) return { problems: outcome.problems };
    redirect(`/desk/articles/${outcome.value.articleId}`);
  });
}
