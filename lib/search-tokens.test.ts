import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText, normalizeForSearch, phrasesOf, wordStartTokens } from '@/lib/search-tokens';

const indexTokens = (text: string) => indexText(text).split(' ');

test('characters are stored in pairs, the last one alone', () => {
  expect(indexTokens('杭州干部')).toEqual(['杭州', '州干', '干部', '部']);
});

test('letters and digits are cut like Han characters, whatever their case and width', () => {
  expect(indexTokens('Ｇ２０峰会，5G 网络')).toEqual([
    'g2',
    '20',
    '0峰',
    '峰会',
    '会',
    '5g',
    'g网',
    '网络',
    '络',
  ]);
});

test('a name spread by a full-width blank is one run', () => {
  expect(indexTokens('记者 张　三')).toEqual(indexTokens('记者张三'));
});

test('traditional and simplified characters are one', () => {
  expect(normalizeForSearch('杭組文報導')).toBe(normalizeForSearch('杭组文报导'));
});

test('a pair at which no word begins is no start', () => {
  expect(wordStartTokens('收购湖南阳光股权')).not.toContain('南阳');
  expect(wordStartTokens('河南南阳下雪')).toContain('南阳');
});

test('a word is one phrase, a lone character a beginning, and marks part words', () => {
  expect(phrasesOf('杭州')).toEqual([{ tokens: ['杭州'], isPrefix: false }]);
  expect(phrasesOf('桥')).toEqual([{ tokens: ['桥'], isPrefix: true }]);
  expect(phrasesOf('3.14')).toEqual([
    { tokens: ['3'], isPrefix: true },
    { tokens: ['14'], isPrefix: false },
  ]);
});

test('marks of a query language mean nothing', () => {
  expect(phrasesOf('"*^:%_()😀\u0000')).toEqual([]);
});

const words = fc
  .array(fc.constantFrom(...'河桥灯a9Ｇ　 ，组組𠮷é'), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));

test('whatever stands in a text without a mark between is found literally', () => {
  const compact = (text: string) => normalizeForSearch(text).replaceAll(/\s/gu, '');
  fc.assert(
    fc.property(words, fc.nat(12), fc.integer({ min: 1, max: 6 }), (text, from, length) => {
      const wanted = [...text].slice(from, from + length).join('');
      if (!/^[\p{L}\p{N}\p{M}]+$/u.test(compact(wanted))) return;
      const stored = ` ${indexTokens(text).join(' ')} `;
      for (const { tokens, isPrefix } of phrasesOf(wanted)) {
        expect(stored).toContain(isPrefix ? ` ${tokens[0]}` : ` ${tokens.join(' ')} `);
      }
    }),
    { numRuns: 2000 },
  );
});
