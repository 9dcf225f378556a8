import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { styleRules } from '@/db/schema/house-style';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { demandRule, getRuleRow } from '@/features/house-style/style-rule-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const removeStyleRuleForm = z.strictObject({
  ruleId: z.int().positive(),
  version: z.int().positive(),
});

/** Deletes a rule for good; what it said in reports that were kept stays there. */
export async function removeStyleRule(
  editor: Editor,
  { ruleId, version }: z.output<typeof removeStyleRuleForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    demandAnywhere(editor, 'editStyleRules');
    const rule = await getRuleRow(q, ruleId, version);
    await demandRule(q, editor, rule);
    await q.delete(styleRules).where(eq(styleRules.id, ruleId));
    await recordEvent(
      q,
      editor,
      {
        kind: 'styleRuleRemoved',
        sectionId: rule.sectionId ?? undefined,
        subject: rule.text,
        note: rule.message,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
