import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractAround, markWords } from '@/lib/search-extract';

const marked = (text: string, ...words: string[]) =>
  markWords(text, words)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('');

test.each([
  ['澄澜江三桥通车', ['三桥'], '澄澜江[三桥]通车'],
  ['记者 张　三 报道', ['张三'], '记者 [张　三] 报道'],
  ['Ｇ２０峰会', ['g20'], '[Ｇ２０]峰会'],
  ['杭組文', ['杭组文'], '[杭組文]'],
  ['三桥三桥', ['三桥'], '[三桥][三桥]'],
  ['三桥通车', ['三桥', '桥通'], '[三桥][通]车'],
  ['没有', ['三桥'], '没有'],
])('%s marks %j', (text, words, expected) => {
  expect(marked(text, ...words)).toBe(expected);
});

test('an extract shows the words of the first line that has one', () => {
  const long = '前'.repeat(200);
  const parts = extractAround(['没有', `${long}三桥${long}`], ['三桥']);
  const text = parts.map((part) => part.text).join('');
  expect(parts.some(({ text: part, isMatch }) => isMatch && part === '三桥')).toBe(true);
  expect(text.length).toBeLessThan(110);
  expect(text).toMatch(/^……前+三桥前+……$/u);
});

test('without a hit an extract is the beginning', () => {
  expect(extractAround(['', '第一段。'], ['三桥'])).toEqual([{ text: '第一段。', isMatch: false }]);
});

test('marking loses and changes no character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })),
      (text, words) => {
        expect(
          markWords(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});
