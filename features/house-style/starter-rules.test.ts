import { expect, test } from 'vitest';
import { demoArticles } from '@/db/seed/articles/demo-articles';
import { fieldsOf } from '@/features/house-style/starter-rule';
import { cityRules, demoStyleRules, generalRules } from '@/features/house-style/starter-rules';
import { replaceFinding, StyleChecker } from '@/lib/style-checker';
import { problemsOfStyleRule, styleRuleSchema } from '@/lib/style-rule-form';
import { keyOfRule } from '@/lib/style-rules-csv';

const all = [...generalRules, ...cityRules];
const everything = new StyleChecker(demoStyleRules().map((rule, id) => ({ ...rule, id })));

test.for(all)('“$text” is found in “$wrong” and not in “$right”', ({ wrong, right, ...rule }) => {
  const fields = fieldsOf({ wrong, right, ...rule });
  expect(styleRuleSchema.parse(fields)).toEqual(fields);
  expect(problemsOfStyleRule(fields)).toEqual([]);
  const alone = new StyleChecker([{ ...fields, id: 1 }]);
  const findings = alone.check(wrong);
  expect(findings).toHaveLength(1);
  expect(alone.check(right)).toEqual([]);
  const [finding] = findings;
  if (finding!.replacement !== null) expect(alone.check(replaceFinding(wrong, finding!))).toEqual([]);
});

test('there are more than eighty general rules and no two look for the same', () => {
  expect(generalRules.length).toBeGreaterThan(80);
  const keys = demoStyleRules().map((rule) => keyOfRule({ ...rule, sectionPath: '' }));
  expect(new Set(keys).size).toBe(keys.length);
});

test('no fix of one rule makes another one speak up', () => {
  for (const { wrong } of all) {
    let text = wrong;
    for (let round = 0; round < 5; round += 1) {
      const fixable = everything.check(text).find(({ replacement }) => replacement !== null);
      if (fixable === undefined) break;
      text = replaceFinding(text, fixable);
    }
    expect(everything.check(text).filter(({ replacement }) => replacement !== null)).toEqual([]);
  }
});

test('the demo newsroom keeps its own rules', () => {
  const texts = JSON.stringify(demoArticles, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('"', '') : value,
  );
  const lines = [...texts.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, line]) => line!);
  expect(lines.length).toBeGreaterThan(500);
  const found = lines.flatMap((line) =>
    everything.check(line).map(({ words, rule }) => `${rule.message}：${words} — ${line.slice(0, 40)}`),
  );
  expect(found).toEqual([]);
});
