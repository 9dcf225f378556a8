'use server';

import { refresh } from 'next/cache';
import type { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { addStyleRule, addStyleRuleForm } from '@/features/house-style/add-style-rule';
import {
  changeStyleRule,
  changeStyleRuleForm,
  switchStyleRule,
  switchStyleRuleForm,
} from '@/features/house-style/change-style-rule';
import {
  type ImportResult,
  importStarterRules,
  importStyleRules,
} from '@/features/house-style/exchange-style-rules';
import { removeStyleRule, removeStyleRuleForm } from '@/features/house-style/remove-style-rule';
import { tryText, tryTextForm } from '@/features/house-style/try-text';
import type { FormState } from '@/lib/form-state';
import { parseInput } from '@/lib/parse-input';
import type { Outcome } from '@/lib/problems';
import { readStyleRules } from '@/lib/style-rules-csv';

export async function addStyleRuleAction(input: unknown): Promise<FormState> {
  return tell(addStyleRuleForm, input, addStyleRule, '规则已新建。');
}

export async function changeStyleRuleAction(input: unknown): Promise<FormState> {
  return tell(changeStyleRuleForm, input, changeStyleRule, '规则已保存。');
}

export async function switchStyleRuleAction(input: unknown): Promise<FormState> {
  return tell(switchStyleRuleForm, input, switchStyleRule, '规则已保存。');
}

export async function removeStyleRuleAction(input: unknown): Promise<FormState> {
  return tell(removeStyleRuleForm, input, removeStyleRule, '规则已删除。');
}

export async function importStarterRulesAction(): Promise<FormState> {
  return answerAction(async () => answerImport(await importStarterRules(await requireEditor())));
}

export async function importStyleRulesAction(form: unknown): Promise<FormState> {
  return answerAction(async () => {
    const editor = await requireEditor();
    // Nobody else may have files read here; the verb asks again, with each rule's section.
    demandAnywhere(editor, 'editStyleRules');
    const file = form instanceof FormData ? form.get('file') : null;
    if (!(file instanceof File) || file.size === 0) {
      return { problems: [{ field: 'file', message: '请选择一个 CSV 文件。' }] };
    }
    const read = readStyleRules(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return { problems: read.problems };
    return answerImport(await importStyleRules(editor, read.value));
  });
}

export async function tryTextAction(input: unknown) {
  return answerVerb(tryTextForm, input, async (editor, form) => ({
    ok: true as const,
    value: await tryText(editor, form),
  }));
}

function answerImport(outcome: Outcome<ImportResult>): FormState {
  if (!outcome.ok) return { problems: outcome.problems };
  const { added, changed, unchanged } = outcome.value;
  refresh();
  return { problems: [], done: `已导入：新增 ${added} 条，修改 ${changed} 条，没有变化 ${unchanged} 条。` };
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
