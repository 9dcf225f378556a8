import { asc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { styleRules } from '@/db/schema/house-style';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere, sectionReach } from '@/features/access/permission';
import type { StyleRuleRow } from '@/features/house-style/style-rule-rows';
import { mayEditRule, styleRuleRowColumns } from '@/features/house-style/style-rule-rows';
import type { StyleRuleQuestion } from '@/lib/style-rule-question';

export type DeskStyleRule = StyleRuleRow & {
  sectionName: string | null;
  updatedAt: Date;
  updatedByName: string | null;
  /** Buttons follow it; the verbs ask again. */
  mayEdit: boolean;
};

export type StyleRulePage = {
  rules: DeskStyleRule[];
  /** How many match the question, and how many there are. */
  found: number;
  all: number;
  pageCount: number;
  /** Whether the editor may keep rules for the whole portal. */
  mayEditPortal: boolean;
};

export const rulesOnPage = 50;

/** The newsroom's rules, newest first. For whoever may edit rules anywhere; all of them are shown. */
export async function listStyleRules(editor: Editor, question: StyleRuleQuestion): Promise<StyleRulePage> {
  demandAnywhere(editor, 'editStyleRules');
  const q = reader();
  const rows = await q
    .select({
      ...styleRuleRowColumns,
      sectionName: sections.name,
      updatedAt: styleRules.updatedAt,
      updatedByName: editors.name,
    })
    .from(styleRules)
    .leftJoin(sections, eq(sections.id, styleRules.sectionId))
    .leftJoin(editors, eq(editors.id, styleRules.updatedBy))
    .orderBy(asc(styleRules.id));
  // A few thousand short rows: sieving them here finds any character without an index of its own.
  const found = rows.filter((rule) => answers(rule, question)).toReversed();
  const mayEditPortal = await mayEditRule(q, editor, null);
  const { any } = await sectionReach(q, editor, 'editStyleRules');
  const first = (question.page - 1) * rulesOnPage;
  return {
    rules: found.slice(first, first + rulesOnPage).map((rule) => ({
      ...rule,
      mayEdit: rule.sectionId === null ? mayEditPortal : any.has(rule.sectionId),
    })),
    found: found.length,
    all: rows.length,
    pageCount: Math.max(1, Math.ceil(found.length / rulesOnPage)),
    mayEditPortal,
  };
}

type Row = Omit<DeskStyleRule, 'mayEdit'>;

function answers(rule: Row, { words, level, category, kind, state }: StyleRuleQuestion): boolean {
  const texts = [rule.text, rule.message, rule.replacement ?? '', rule.sectionName ?? '', ...rule.exceptions];
  return (
    (words === '' || texts.some((text) => text.includes(words))) &&
    (level === '' || rule.level === level) &&
    (category === '' || rule.category === category) &&
    (kind === '' || rule.kind === kind) &&
    (state === '' || rule.isEnabled === (state === 'on'))
  );
}
