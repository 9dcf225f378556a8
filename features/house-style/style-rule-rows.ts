import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Query, Reader } from '@/db/client';
import { styleRules } from '@/db/schema/house-style';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand, may } from '@/features/access/permission';
import { PlainError, type Problem } from '@/lib/problems';
import { problemsOfStyleRule, type StyleRuleFields } from '@/lib/style-rule-form';

/** More than any newsroom keeps; the form of every article carries all rules that are switched on. */
export const mostStyleRules = 20_000;
/** Each pattern is a search of its own in every text, while words cost nothing more. */
export const mostStylePatterns = 500;

export type StyleRuleRow = StyleRuleFields & { id: number; version: number };

/** What a rule says, as the checker takes it. */
export const styleRuleColumns = {
  id: styleRules.id,
  kind: styleRules.kind,
  text: styleRules.text,
  message: styleRules.message,
  replacement: styleRules.replacement,
  level: styleRules.level,
  category: styleRules.category,
  sectionId: styleRules.sectionId,
  exceptions: styleRules.exceptions,
  skips: styleRules.skips,
};

export const styleRuleRowColumns = {
  ...styleRuleColumns,
  isEnabled: styleRules.isEnabled,
  version: styleRules.version,
};

/** All rules, in the order they were made. */
export async function listRuleRows(q: Reader): Promise<StyleRuleRow[]> {
  return q.select(styleRuleRowColumns).from(styleRules).orderBy(asc(styleRules.id));
}

/** The right to a rule is the right to its section; one for the whole portal needs it there. */
export async function demandRule(
  q: Reader,
  editor: Editor,
  { sectionId }: { sectionId: number | null },
): Promise<void> {
  await demand(q, editor, 'editStyleRules', sectionId === null ? undefined : { sectionId, ownerId: null });
}

export async function mayEditRule(q: Reader, editor: Editor, sectionId: number | null): Promise<boolean> {
  return may(q, editor, 'editStyleRules', sectionId === null ? undefined : { sectionId, ownerId: null });
}

/** The rule a verb is about, as it stands. Refuses one that somebody changed or removed meanwhile. */
export async function getRuleRow(q: Reader, ruleId: number, version: number): Promise<StyleRuleRow> {
  const [row] = await q.select(styleRuleRowColumns).from(styleRules).where(eq(styleRules.id, ruleId));
  if (row === undefined) throw new PlainError('这条规则已被同事删除，请刷新页面。');
  if (row.version !== version) throw new PlainError('这条规则刚被同事改过，请刷新页面、看过之后再改。');
  return row;
}

/** What is wrong with a rule that is to stand beside the others; `ownId` is left out of the comparison. */
export async function problemsBesideOthers(
  q: Query,
  rule: StyleRuleFields,
  ownId?: number,
): Promise<Problem[]> {
  const problems = problemsOfStyleRule(rule);
  if (problems.length > 0) return problems;
  if (rule.sectionId !== null) {
    const [section] = await q
      .select({ id: sections.id })
      .from(sections)
      .where(eq(sections.id, rule.sectionId));
    if (section === undefined) return [{ field: 'sectionId', message: '所选的栏目已不存在，请重新选择。' }];
  }
  const scope =
    rule.sectionId === null ? isNull(styleRules.sectionId) : eq(styleRules.sectionId, rule.sectionId);
  const twins = await q
    .select({ id: styleRules.id })
    .from(styleRules)
    .where(and(eq(styleRules.text, rule.text), eq(styleRules.kind, rule.kind), scope));
  if (twins.some(({ id }) => id !== ownId)) {
    return [{ field: 'text', message: `已经有一条查“${rule.text}”的规则，请直接修改那一条。` }];
  }
  return problemsOfCounts(q, rule, ownId);
}

async function problemsOfCounts(q: Query, rule: StyleRuleFields, ownId?: number): Promise<Problem[]> {
  if (ownId === undefined && (await q.$count(styleRules)) >= mostStyleRules) {
    return [{ field: '', message: `规则最多 ${mostStyleRules} 条，请先删去不用的。` }];
  }
  if (rule.kind !== 'pattern' || !rule.isEnabled) return [];
  const patterns = await q
    .select({ id: styleRules.id })
    .from(styleRules)
    .where(and(eq(styleRules.kind, 'pattern'), eq(styleRules.isEnabled, true)));
  if (patterns.filter(({ id }) => id !== ownId).length < mostStylePatterns) return [];
  return [{ field: 'kind', message: `启用的句式最多 ${mostStylePatterns} 条，请改用词语或停用别的句式。` }];
}
