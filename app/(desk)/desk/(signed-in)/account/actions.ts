'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { changeOwnPassword, passwordForm } from '@/features/access/change-password';
import { requireEditor, requireSignedIn } from '@/features/access/require-editor';
import { endLogin, endOtherLogins } from '@/features/access/sign-out';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';

export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answerAction(async () => {
    await requireEditor();
    const input = parseInput(passwordForm, form);
    if (!input.ok) return { problems: input.problems };
    const outcome = await changeOwnPassword(await requireSignedIn(), await headers(), input.value);
    if (!outcome.ok) return { problems: outcome.problems };
    refresh();
    return { problems: [], done: '密码已修改，其他登录已退出。' };
  });
}

export async function endLoginAction(loginId: unknown): Promise<FormState> {
  return answerAction(async () => {
    await requireEditor();
    const input = parseInput(z.int().positive(), loginId);
    if (!input.ok) return { problems: input.problems };
    await endLogin(await requireSignedIn(), input.value);
    refresh();
    return { problems: [], done: '已退出那个登录。' };
  });
}

export async function endOtherLoginsAction(): Promise<FormState> {
  return answerAction(async () => {
    await requireEditor();
    await endOtherLogins(await requireSignedIn());
    refresh();
    return { problems: [], done: '其他登录已全部退出。' };
  });
}
