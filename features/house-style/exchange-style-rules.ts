import { eq } from 'drizzle-orm';
import { type Query, type Reader, reader, tx } from '@/db/client';
import { styleRules } from '@/db/schema/house-style';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere, NotAllowedError } from '@/features/access/permission';
import { describeChange } from '@/features/house-style/change-style-rule';
import { generalStarterRules } from '@/features/house-style/starter-rules';
import {
  listRuleRows,
  mayEditRule,
  mostStylePatterns,
  mostStyleRules,
  type StyleRuleRow,
} from '@/features/house-style/style-rule-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome, Problem } from '@/lib/problems';
import type { StyleRuleFields } from '@/lib/style-rule-form';
import { type FileLine, keyOfRule, writeStyleRules } from '@/lib/style-rules-csv';

export type ImportResult = { added: number; changed: number; unchanged: number };

/** All rules as a file, in the order they were made. For whoever may edit rules anywhere. */
export async function exportStyleRules(editor: Editor): Promise<string> {
  demandAnywhere(editor, 'editStyleRules');
  const q = reader();
  const pathById = new Map((await listSectionPaths(q)).map(({ id, path }) => [id, path]));
  const rules = await listRuleRows(q);
  return writeStyleRules(
    rules.map((rule) => ({
      ...rule,
      sectionPath: rule.sectionId === null ? '' : pathById.get(rule.sectionId)!,
    })),
  );
}

/**
 * Takes the rules of a file: a known one (same kind, text and section) is changed, others are added, none is
 * deleted. All or nothing, with a sentence for each line that cannot be taken.
 */
export async function importStyleRules(
  editor: Editor,
  lines: readonly FileLine[],
  now = new Date(),
): Promise<Outcome<ImportResult>> {
  demandAnywhere(editor, 'editStyleRules');
  return tx(async (q) => {
    const idByPath = new Map((await listSectionPaths(q)).map(({ id, path }) => [path, id]));
    const problems: Problem[] = [];
    const mayEdit = new Map<number | null, boolean>();
    const rules = await Promise.all(
      lines.map(async ({ line, rule: { sectionPath, ...rule } }): Promise<StyleRuleFields> => {
        const sectionId = sectionPath === '' ? null : (idByPath.get(sectionPath) ?? 0);
        const say = (message: string) =>
          problems.push({ field: 'file', message: `第 ${line} 行：${message}` });
        if (sectionId === 0) say(`没有地址为 /${sectionPath} 的栏目。`);
        else {
          if (!mayEdit.has(sectionId)) mayEdit.set(sectionId, await mayEditRule(q, editor, sectionId));
          if (!mayEdit.get(sectionId)) {
            say(
              sectionId === null
                ? '您只能管理自己栏目的规则，请填写栏目。'
                : '您没有管理这个栏目规则的权限。',
            );
          }
        }
        return { ...rule, sectionId };
      }),
    );
    if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
    return keepRules(q, editor, rules, now);
  });
}

/** Fills an empty table with the rules any Chinese newsroom can start from. */
export async function importStarterRules(editor: Editor, now = new Date()): Promise<Outcome<ImportResult>> {
  return tx(async (q) => {
    if (!(await mayEditRule(q, editor, null))) throw new NotAllowedError('editStyleRules');
    return keepRules(q, editor, generalStarterRules(), now);
  });
}

async function listSectionPaths(q: Reader): Promise<{ id: number; path: string }[]> {
  return q.select({ id: sections.id, path: sections.path }).from(sections);
}

const keyOf = ({ kind, text, sectionId }: StyleRuleFields) =>
  keyOfRule({ kind, text, sectionPath: String(sectionId ?? '') });

async function keepRules(
  q: Query,
  editor: Editor,
  rules: readonly StyleRuleFields[],
  now: Date,
): Promise<Outcome<ImportResult>> {
  const known = await listRuleRows(q);
  const problem = problemOfCounts(known, rules);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const result: ImportResult = { added: 0, changed: 0, unchanged: 0 };
  const added: StyleRuleFields[] = [];
  for (const rule of rules) {
    const before = byKey.get(keyOf(rule));
    if (before === undefined) added.push(rule);
    else if (describeChange(before, rule) === '') result.unchanged += 1;
    else {
      result.changed += 1;
      await q
        .update(styleRules)
        .set({ ...rule, version: before.version + 1, updatedAt: now, updatedBy: editor.id })
        .where(eq(styleRules.id, before.id));
    }
  }
  await insertStyleRules(q, added, { editorId: editor.id, now });
  result.added = added.length;
  const note = `新增 ${result.added} 条，修改 ${result.changed} 条，没有变化 ${result.unchanged} 条`;
  await recordEvent(q, editor, { kind: 'styleRulesImported', subject: `${rules.length} 条规则`, note }, now);
  return { ok: true, value: result };
}

function problemOfCounts(
  known: readonly StyleRuleRow[],
  rules: readonly StyleRuleFields[],
): Problem | undefined {
  const all = new Map<string, StyleRuleFields>(known.map((rule) => [keyOf(rule), rule]));
  for (const rule of rules) all.set(keyOf(rule), rule);
  if (all.size > mostStyleRules) {
    return { field: 'file', message: `导入后共有 ${all.size} 条，规则最多 ${mostStyleRules} 条。` };
  }
  const patterns = [...all.values()].filter(({ kind, isEnabled }) => kind === 'pattern' && isEnabled).length;
  if (patterns <= mostStylePatterns) return undefined;
  return { field: 'file', message: `导入后启用的句式有 ${patterns} 条，最多 ${mostStylePatterns} 条。` };
}

/** Adds rules as they are, in the caller's transaction; also how the demo newsroom gets its own. */
export async function insertStyleRules(
  q: Query,
  rules: readonly StyleRuleFields[],
  { editorId, now }: { editorId: number | null; now: Date },
): Promise<void> {
  // A statement takes a limited number of values.
  for (let first = 0; first < rules.length; first += 500) {
    await q
      .insert(styleRules)
      .values(
        rules.slice(first, first + 500).map((rule) => ({ ...rule, updatedAt: now, updatedBy: editorId })),
      );
  }
}
