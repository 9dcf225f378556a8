'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { changeRoles } from '@/features/access/change-roles';
import { setDisabled } from '@/features/access/disable-editor';
import { invitationDraft, inviteEditor, rolesField } from '@/features/access/invite-editor';
import { requireEditor } from '@/features/access/require-editor';
import { forgetSecondFactor, makePasswordLink } from '@/features/access/reset-password';
import { revokeInvitation } from '@/features/access/revoke-invitation';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';
import type { Outcome } from '@/lib/problems';

const identifier = z.int().positive();
const newRoles = z.strictObject({ editorId: identifier, roles: rolesField });
const disabling = z.strictObject({ editorId: identifier, isDisabled: z.boolean() });

export async function inviteEditorAction(draft: unknown): Promise<Outcome<{ link: string }>> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(invitationDraft, draft);
    if (!input.ok) return input;
    return refreshed(await inviteEditor(editor, input.value));
  });
}

export async function revokeInvitationAction(invitationId: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(identifier, invitationId);
    if (!input.ok) return { problems: input.problems };
    return told(await revokeInvitation(editor, input.value), '链接已撤销。');
  });
}

export async function changeRolesAction(change: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(newRoles, change);
    if (!input.ok) return { problems: input.problems };
    const { editorId, roles } = input.value;
    return told(await changeRoles(editor, editorId, roles), '岗位已调整，请对方重新登录。');
  });
}

export async function setDisabledAction(change: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(disabling, change);
    if (!input.ok) return { problems: input.problems };
    const done = input.value.isDisabled ? '账号已停用，登录已全部退出。' : '账号已恢复，可以登录了。';
    return told(await setDisabled(editor, input.value), done);
  });
}

export async function makePasswordLinkAction(editorId: unknown): Promise<Outcome<{ link: string }>> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(identifier, editorId);
    if (!input.ok) return input;
    return refreshed(await makePasswordLink(editor, input.value));
  });
}

export async function forgetSecondFactorAction(editorId: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    const input = parseInput(identifier, editorId);
    if (!input.ok) return { problems: input.problems };
    return told(await forgetSecondFactor(editor, input.value), '两步验证已解除，请对方重新设置。');
  });
}

function told(outcome: Outcome, done: string): FormState {
  if (!outcome.ok) return { problems: outcome.problems };
  refresh();
  return { problems: [], done };
}

function refreshed<Value>(outcome: Outcome<Value>): Outcome<Value> {
  if (outcome.ok) refresh();
  return outcome;
}
