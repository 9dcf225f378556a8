'use server';

import { z } from 'zod';
import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import type { Editor } from '@/features/access/editor';
import { type FrontDesk, getFrontDraft } from '@/features/fronts/get-front-draft';
import { launchFront, launchFrontForm } from '@/features/fronts/launch-front';
import { saveFrontDraft, saveFrontForm } from '@/features/fronts/save-front-draft';
import { searchLiveArticles, searchLiveForm } from '@/features/fronts/search-live-articles';
import { undoLaunch, undoLaunchForm } from '@/features/fronts/undo-launch';
import { type FrontKey, frontKeys } from '@/lib/block-kind';
import type { Outcome } from '@/lib/problems';

// What the page of a front calls. Each is a door of its own: the verb behind it asks who may.

export async function saveFrontAction(input: unknown) {
  return answerVerb(saveFrontForm, input, async (editor, form) => {
    const saved = await saveFrontDraft(editor, form);
    if (!saved.ok) return saved;
    const { version } = saved.value;
    return { ok: true as const, value: { version, desk: await getFrontDraft(editor, form.key) } };
  });
}

export async function launchFrontAction(input: unknown) {
  return answerVerb(launchFrontForm, input, async (editor, form) =>
    withDesk(editor, form.key, await launchFront(editor, form)),
  );
}

export async function undoLaunchAction(input: unknown) {
  return answerVerb(undoLaunchForm, input, async (editor, form) =>
    withDesk(editor, form.key, await undoLaunch(editor, form)),
  );
}

const loadForm = z.strictObject({ key: z.enum(frontKeys) });

export async function loadFrontAction(input: unknown) {
  return answerVerb(loadForm, input, async (editor, { key }) => ({
    ok: true as const,
    value: await getFrontDraft(editor, key),
  }));
}

export async function searchLiveAction(input: unknown) {
  return answerVerb(searchLiveForm, input, async (editor, form) => ({
    ok: true as const,
    value: await searchLiveArticles(editor, form),
  }));
}

async function withDesk(
  editor: Editor,
  key: FrontKey,
  outcome: Outcome<unknown>,
): Promise<Outcome<FrontDesk>> {
  return outcome.ok ? { ok: true, value: await getFrontDraft(editor, key) } : outcome;
}
