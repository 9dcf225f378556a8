import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { styleRules } from '@/db/schema/house-style';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import {
  demandRule,
  getRuleRow,
  problemsBesideOthers,
  type StyleRuleRow,
} from '@/features/house-style/style-rule-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import {
  styleCategoryLabels,
  styleLevelLabels,
  styleRuleKindLabels,
  styleSkipLabels,
} from '@/lib/style-rule';
import { deletionMark, styleRuleFields, type StyleRuleFields } from '@/lib/style-rule-form';

const which = { ruleId: z.int().positive(), version: z.int().positive() };

export const changeStyleRuleForm = z.strictObject({ ...styleRuleFields, ...which });
export const switchStyleRuleForm = z.strictObject({ ...which, isEnabled: z.boolean() });

/** Changes a rule. For whoever may edit the rules of the section it had and of the one it gets. */
export async function changeStyleRule(
  editor: Editor,
  { ruleId, version, ...rule }: z.output<typeof changeStyleRuleForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx((q) => change(q, editor, { ruleId, version }, () => rule, now));
}

/** Switches a rule off, so that nothing is found by it, or on again. */
export async function switchStyleRule(
  editor: Editor,
  { isEnabled, ...rule }: z.output<typeof switchStyleRuleForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx((q) => change(q, editor, rule, (before) => ({ ...before, isEnabled }), now));
}

async function change(
  q: Query,
  editor: Editor,
  { ruleId, version }: { ruleId: number; version: number },
  change: (before: StyleRuleFields) => StyleRuleFields,
  now: Date,
): Promise<Outcome> {
  demandAnywhere(editor, 'editStyleRules');
  const { id, version: known, ...before } = await getRuleRow(q, ruleId, version);
  await demandRule(q, editor, before);
  const after = change(before);
  await demandRule(q, editor, after);
  const problems = await problemsBesideOthers(q, after, id);
  if (problems.length > 0) return { ok: false, problems };
  const note = describeChange(before, after);
  if (note === '') return { ok: true, value: undefined };
  await q
    .update(styleRules)
    .set({ ...after, version: known + 1, updatedAt: now, updatedBy: editor.id })
    .where(eq(styleRules.id, id));
  await recordEvent(
    q,
    editor,
    { kind: 'styleRuleChanged', sectionId: after.sectionId ?? undefined, subject: after.text, note },
    now,
  );
  return { ok: true, value: undefined };
}

const fieldLabels: Record<keyof StyleRuleFields, string> = {
  kind: '方式',
  text: '写法',
  message: '说明',
  replacement: '替换为',
  level: '级别',
  category: '类别',
  sectionId: '栏目',
  exceptions: '例外',
  skips: '不查',
  isEnabled: '启用',
};

/** What differs, in words for the record; '' when nothing does. */
export function describeChange(before: StyleRuleFields, after: StyleRuleFields): string {
  const one = inWords(before);
  const other = inWords(after);
  return (Object.keys(fieldLabels) as (keyof StyleRuleFields)[])
    .filter((field) => one[field] !== other[field])
    .map((field) => `${fieldLabels[field]}：${one[field]} → ${other[field]}`)
    .join('；');
}

function inWords(rule: StyleRuleFields | StyleRuleRow): Record<keyof StyleRuleFields, string> {
  return {
    kind: styleRuleKindLabels[rule.kind],
    text: rule.text,
    message: rule.message,
    replacement:
      rule.replacement === null ? '（无）' : rule.replacement === '' ? deletionMark : rule.replacement,
    level: styleLevelLabels[rule.level],
    category: styleCategoryLabels[rule.category],
    sectionId: rule.sectionId === null ? '全站' : `编号 ${rule.sectionId}`,
    exceptions: rule.exceptions.join('、') || '（无）',
    skips: rule.skips.map((skip) => styleSkipLabels[skip]).join('、') || '（无）',
    isEnabled: rule.isEnabled ? '启用' : '停用',
  };
}
