import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStylePattern } from '@/lib/style-pattern';

function read(text: string) {
  const outcome = readStylePattern(text);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.message}`);
  return outcome.value;
}

test.each([
  ['部份', '部份'],
  ['\\d{1,4}年', '年'],
  ['(?<!\\d)0(?!\\d)年', '0年'],
  ['甲|乙', ''],
  ['(上午|下午)\\d{1,2}[:：]\\d{2}', ''],
  ['(?:大约)?约\\d+左右', '左右'],
  ['\\p{Han}{2}先生', '先生'],
  ['[“"]\\.\\.\\.', '...'],
])('%s is a pattern that needs “%s”', (text, needs) => {
  expect(read(text).needs).toBe(needs);
});

test.each([
  ['(a+)+b', '很慢'],
  ['(a|a)*b', '很慢'],
  ['(?:a*)*', '空文字|必须出现'],
  ['.*.*.*x', '很慢'],
  ['(\\d+,)+\\d+', '很慢'],
  ['(甲)\\1', '不能引用'],
  ['(?<name>甲)', '括号后只能写'],
  ['甲*', '空文字'],
  ['', '空文字'],
  ['(甲', '右括号'],
  ['甲)', '多了一个右括号'],
  ['[甲', '右方括号'],
  ['甲\\', '反斜杠'],
  ['*甲', '前面要有'],
  ['甲{3,1}', '从小写到大'],
  ['甲{999}', '不能超过 100'],
  ['甲**', '不能连写'],
  ['\\q', '不认识'],
  ['\\p{Nonsense}', '不完整'],
  ['(((((((((((甲)))))))))))', '太深'],
  ['甲'.repeat(201), '不能超过 200'],
])('%s is refused with a sentence', (text, sentence) => {
  const outcome = readStylePattern(text);
  expect(outcome).toMatchObject({ ok: false, message: expect.stringMatching(sentence) });
});

test('what is read matches as the same expression of the language does', () => {
  for (const [text, sample] of [
    ['\\d{1,4}年\\d{1,2}月', '在2024年10月，1999年'],
    ['(上|下)午\\d+', '上午10点，下午3点'],
    ['[^，。]{2,6}先生', '王小明先生，先生'],
    ['a{2}b?', 'aab aaa'],
    ['第\\d+?届', '第12届'],
  ] as const) {
    const ours = sample.match(new RegExp(read(text).source, 'gu'));
    expect([text, ours]).toEqual([text, sample.match(new RegExp(text, 'gu'))]);
  }
});

test('whatever is accepted compiles, matches no empty text and finds only texts with what it needs', () => {
  const piece = fc.constantFrom(...'甲乙a1.?*+|()[]{}^$\\d-:=!<', '{1,3}', '(?:', '[甲-乙]', '\\p{Han}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 20 }), (pattern, sample) => {
      const outcome = readStylePattern(pattern.join(''));
      if (!outcome.ok) {
        expect(outcome.message).toMatch(/[。]$/u);
        return;
      }
      const { source, needs } = outcome.value;
      for (const match of sample.join('').matchAll(new RegExp(source, 'gu'))) {
        expect(match[0]).not.toBe('');
        expect(match[0]).toContain(needs);
      }
    }),
    { numRuns: 3000 },
  );
});
