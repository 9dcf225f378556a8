import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchQuery } from '@/lib/search-query';

const read = (query: string) => {
  const { wanted, unwanted } = parseSearchQuery(query);
  const plain = (phrases: typeof wanted) =>
    phrases.map(({ tokens, isPrefix }) => tokens.join(' ') + (isPrefix ? '*' : ''));
  return [plain(wanted), plain(unwanted)];
};

test.each([
  ['杭州', [['杭州'], []]],
  ['三桥 地铁', [['三桥', '地铁'], []]],
  ['三桥 -地铁', [['三桥'], ['地铁']]],
  ['"三桥 通车"', [['三桥 桥通 通车'], []]],
  ['“三桥 通车” －直播', [['三桥 桥通 通车'], ['直播']]],
  ['张　三', [['张*', '三*'], []]],
  ['-', [[], []]],
  ['"', [[], []]],
  ['NEAR(a b) OR c* : ^', [['ne ea ar', 'a*', 'b*', 'or', 'c*'], []]],
  ['😀 \u0000 %_', [[], []]],
])('%s', (query, expected) => {
  expect(read(query)).toEqual(expected);
});

test('no query asks for more than a bounded number of phrases', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (query) => {
      const { wanted, unwanted } = parseSearchQuery(query);
      expect(wanted.length + unwanted.length).toBeLessThanOrEqual(24);
    }),
  );
});
