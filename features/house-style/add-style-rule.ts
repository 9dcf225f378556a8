import type { z } from 'zod';
import { tx } from '@/db/client';
import { styleRules } from '@/db/schema/house-style';
import type { Editor } from '@/features/access/editor';
import { demandRule, problemsBesideOthers } from '@/features/house-style/style-rule-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { styleRuleSchema } from '@/lib/style-rule-form';

export const addStyleRuleForm = styleRuleSchema;

/** Adds a rule. For whoever may edit the rules of its section. */
export async function addStyleRule(
  editor: Editor,
  rule: z.output<typeof addStyleRuleForm>,
  now = new Date(),
): Promise<Outcome<{ ruleId: number }>> {
  return tx(async (q) => {
    await demandRule(q, editor, rule);
    const problems = await problemsBesideOthers(q, rule);
    if (problems.length > 0) return { ok: false, problems };
    const [added] = await q
      .insert(styleRules)
      .values({ ...rule, updatedAt: now, updatedBy: editor.id })
      .returning({ id: styleRules.id });
    await recordEvent(
      q,
      editor,
      {
        kind: 'styleRuleAdded',
        sectionId: rule.sectionId ?? undefined,
        subject: rule.text,
        note: rule.message,
      },
      now,
    );
    return { ok: true, value: { ruleId: added!.id } };
  });
}
