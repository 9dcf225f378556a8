import { z } from 'zod';
import type { Problem } from '@/lib/problems';
import { StyleChecker } from '@/lib/style-checker';
import { readStylePattern } from '@/lib/style-pattern';
import { styleCategories, styleLevels, styleRuleKinds, styleSkips } from '@/lib/style-rule';

/** Stands in a file for the replacement that deletes, since an empty cell means: none. */
export const deletionMark = '（删去）';

/** Bytes. The page server takes forms up to 1 MB; the rest of the form needs some of it. */
export const largestStyleFile = 1000 * 1000;
export const fileTooLarge = '文件超过 1 MB，请分成几份导入；导入不会删掉已有的规则。';

const line = (limit: number, name: string) =>
  z
    .string()
    .max(limit, `${name}不能超过 ${limit} 字。`)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), `${name}里有无法保存的字符。`);

/** What can be said of a rule, by form or by file. */
export const styleRuleFields = {
  kind: z.enum(styleRuleKinds, '方式只能是“词语”或“句式”。'),
  text: line(200, '写法').min(1, '请填写要查的写法。'),
  message: line(200, '说明').trim().min(1, '请填写说明：为什么不对。'),
  replacement: line(100, '替换文字').nullable(),
  level: z.enum(styleLevels, '级别只能是“必改”“应改”或“提示”。'),
  category: z.enum(styleCategories, '类别只能是错字、称谓、标点、数字或禁用语。'),
  sectionId: z.int('请选择栏目。').positive('请选择栏目。').nullable(),
  exceptions: z
    .array(line(50, '例外').min(1, '例外不能为空。'))
    .max(50, '例外不能超过 50 个。')
    .transform((list) => [...new Set(list)]),
  skips: z
    .array(z.enum(styleSkips, '不查的地方只能是网址、外文或书名号内。'))
    .max(styleSkips.length)
    .transform((list) => styleSkips.filter((skip) => list.includes(skip))),
  isEnabled: z.boolean(),
};

export const styleRuleSchema = z.strictObject(styleRuleFields);
export type StyleRuleFields = z.output<typeof styleRuleSchema>;

/** What makes a rule useless or harmful; each problem names the field it belongs to. */
export function problemsOfStyleRule(rule: StyleRuleFields): Problem[] {
  const { kind, text, replacement, exceptions } = rule;
  const problems: Problem[] = [];
  const add = (field: keyof StyleRuleFields, message: string) => problems.push({ field, message });
  if (kind === 'word') {
    if (text !== text.trim()) add('text', '词语前后不能有空格；要查空格请用句式。');
    const idle = exceptions.find((longer) => !longer.includes(text) || longer === text);
    if (idle !== undefined) {
      add('exceptions', `例外“${idle}”不起作用：例外要包含“${text}”，并且比它长。`);
    }
  } else {
    const pattern = readStylePattern(text);
    if (!pattern.ok) return [{ field: 'text', message: pattern.message }];
    const { groupCount } = pattern.value;
    const groups = [...(replacement ?? '').matchAll(/\$(\d)/gu)].map(([, digit]) => Number(digit));
    const missing = groups.find((group) => group === 0 || group > groupCount);
    if (missing !== undefined) {
      add('replacement', `替换文字用了 $${missing}，但句式里只有 ${groupCount} 对括号。`);
    }
  }
  if (replacement === deletionMark)
    add('replacement', `要删去找到的文字，请选“删去”，不要写${deletionMark}。`);
  // A fix that leaves a finding behind would be offered for ever.
  const isLiteral = replacement !== null && (kind === 'word' || !replacement.includes('$'));
  if (isLiteral && problems.length === 0) {
    const alone = new StyleChecker([{ ...rule, id: 0, skips: [] }]);
    if (alone.check(replacement).length > 0) {
      add('replacement', '替换之后仍会被这条规则查出来：请改替换文字，或把替换后的写法加进例外。');
    }
  }
  return problems;
}
