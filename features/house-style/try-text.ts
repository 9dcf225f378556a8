import { z } from 'zod';
import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { listActiveRules, listParentIds } from '@/features/house-style/check-article';
import { StyleChecker, type TextFinding } from '@/lib/style-checker';
import { rulesForSection } from '@/lib/style-rule';

export const tryTextForm = z.strictObject({
  text: z.string().max(20_000, '一次最多试两万字。'),
  sectionId: z.int().positive().nullable(),
});

/** What the rules would say about a text of this section; without a section, those for the whole portal. */
export async function tryText(
  editor: Editor,
  { text, sectionId }: z.output<typeof tryTextForm>,
): Promise<TextFinding[]> {
  demandAnywhere(editor, 'editStyleRules');
  const q = reader();
  const rules = await listActiveRules(q);
  const counting =
    sectionId === null
      ? rules.filter((rule) => rule.sectionId === null)
      : rulesForSection(rules, new Map(await listParentIds(q)), sectionId);
  const checker = new StyleChecker(counting);
  // A paragraph at a time, as in an article: patterns may ask for its start or its end.
  const findings: TextFinding[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const finding of checker.check(line)) {
      findings.push({ ...finding, from: finding.from + start, to: finding.to + start });
    }
    start += line.length + 1;
  }
  return findings;
}
