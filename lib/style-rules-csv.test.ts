import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOfStyleRule, styleRuleSchema } from '@/lib/style-rule-form';
import { type FiledStyleRule, keyOfRule, readStyleRules, writeStyleRules } from '@/lib/style-rules-csv';
import { styleCategories, styleLevels, styleSkips } from '@/lib/style-rule';

const encode = (text: string) => new TextEncoder().encode(text);
const head = '类别,级别,方式,写法,替换为,说明,栏目,例外,不查,启用';
const file = (...lines: string[]) => encode([head, ...lines].join('\r\n'));

/** The platform only reads GBK; what each pair of bytes reads as says how to write it. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const pairOf = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      pairOf.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((character) =>
      character < '\u{80}' ? character.charCodeAt(0) : pairOf.get(character)!,
    ),
  );
}

function rulesOf(bytes: Uint8Array): FiledStyleRule[] {
  const outcome = readStyleRules(bytes);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
  return outcome.value.map(({ rule }) => rule);
}

function sentencesOf(bytes: Uint8Array): string[] {
  const outcome = readStyleRules(bytes);
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message);
}

const words = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(...'部份=+-@\'"， ,;（删去）$1'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      maxLength,
    })
    .map((text) => text.replaceAll(/\p{Cc}/gu, '').toWellFormed());

const anyRule: fc.Arbitrary<FiledStyleRule> = fc
  .record({
    kind: fc.constantFrom('word' as const, 'pattern' as const),
    text: words(12),
    message: words(20).map((text) => text.trim()),
    replacement: fc.option(words(6)),
    level: fc.constantFrom(...styleLevels),
    category: fc.constantFrom(...styleCategories),
    sectionPath: fc.constantFrom('', 'town', 'town/express'),
    exceptions: fc.uniqueArray(
      words(6).map((text) => `前${text}`),
      { maxLength: 3 },
    ),
    skips: fc.subarray([...styleSkips]),
    isEnabled: fc.boolean(),
  })
  .map((rule) => ({
    ...rule,
    exceptions: rule.kind === 'word' ? rule.exceptions.map((one) => `${one}${rule.text}`) : rule.exceptions,
  }))
  .filter(({ sectionPath, ...rule }) => {
    const fields = { ...rule, sectionId: sectionPath === '' ? null : 1 };
    const parsed = styleRuleSchema.safeParse(fields);
    return parsed.success && problemsOfStyleRule(fields).length === 0;
  });

test('what was written is read again, to the last character', () => {
  const anyRules = fc.uniqueArray(anyRule, { minLength: 1, maxLength: 5, selector: keyOfRule });
  fc.assert(
    fc.property(anyRules, (rules) => {
      expect(rulesOf(encode(writeStyleRules(rules)))).toEqual(rules);
    }),
    { numRuns: 300 },
  );
});

test('a file of Excel on a Chinese machine is read, with and without a byte order mark', () => {
  const text = `${head}\r\n错字,应改,词语,帐号,账号,应写作“账号”,,,网址,是\r\n`;
  const inUtf8 = rulesOf(encode(text));
  expect(inUtf8).toMatchObject([{ text: '帐号', replacement: '账号', skips: ['address'], isEnabled: true }]);
  expect(rulesOf(encode(`\u{FEFF}${text}`))).toEqual(inUtf8);
  expect(rulesOf(encodeGbk(text))).toEqual(inUtf8);
});

test('columns may stand in any order, empty lines are skipped, an empty 启用 means yes', () => {
  const text =
    '写法,方式,级别,类别,说明,替换为,例外,不查,启用,栏目\n\n,,,,,,,,,\n甲,词语,提示,错字,不对,（删去）,,,,/town/\n';
  expect(rulesOf(encode(text))).toMatchObject([
    { text: '甲', replacement: '', isEnabled: true, sectionPath: 'town' },
  ]);
});

test('every line that cannot be taken is named, and none of the file is taken', () => {
  const sentences = sentencesOf(
    file(
      '错字,应改,词语,帐号,账号,"两行\n的说明",,,,是',
      '错字,很坏,词语,甲,,不对,,,,是',
      '错字,应改,词语,乙,,,,,,是',
      '错字,应改,句式,(a+)+,,不对,,,,是',
      '错字,应改,词语,丁,丁丁,不对,,,,是',
      '错字,应改,词语,戊,,不对,,己,,是',
      '错字,应改,词语,庚,,不对,,,,也许',
      '错字,应改,词语,帐目,,不对,,,,是,多余',
      '错字,提示,词语,好,,不对,,,,是',
      '标点,提示,词语,好,,又一条,,,,否',
    ),
  );
  expect(sentences).toEqual([
    expect.stringMatching(/^第 2 行：说明里有无法保存的字符。/u),
    expect.stringMatching(/^第 4 行：级别只能是/u),
    expect.stringMatching(/^第 5 行：请填写说明/u),
    expect.stringMatching(/^第 6 行：这个句式会让检查变得很慢/u),
    expect.stringMatching(/^第 7 行：替换之后仍会/u),
    expect.stringMatching(/^第 8 行：例外“己”不起作用/u),
    expect.stringMatching(/^第 9 行：“启用”只能填/u),
    expect.stringMatching(/^第 10 行：列数比第 1 行多/u),
    expect.stringMatching(/^第 12 行：和第 11 行查的是同一个写法/u),
  ]);
});

test.for([
  [encode(''), /文件是空的/u],
  [file(), /没有规则/u],
  [encode('类别,级别\n错字,应改\n'), /还缺：方式、写法/u],
  [encode(`${head}\n"错字,应改`), /引号没有配对/u],
  [new Uint8Array([0xff, 0xff, 0x80, 0xff]), /编码不是/u],
] as const)('a file that is none is refused with a sentence (%#)', ([bytes, sentence]) => {
  expect(sentencesOf(bytes).join('')).toMatch(sentence);
});

test('hundreds of broken lines are told as the first twenty and a number', () => {
  const sentences = sentencesOf(file(...Array.from({ length: 100 }, () => '错字,应改,词语,,,,,,,是')));
  expect(sentences).toHaveLength(21);
  expect(sentences.at(-1)).toMatch(/^另有 \d+ 处。$/u);
});
