import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyLines, paragraph } from '@/lib/article-body';
import { type ArticleContent, emptyContent } from '@/lib/article-content';
import { compareContents, mergeContents } from '@/lib/merge-content';

function text(...lines: string[]): ArticleContent {
  return { ...emptyContent(1), body: { type: 'doc', content: lines.map(paragraph) } };
}

function merged(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
  pieces: Parameters<typeof mergeContents>[2]['pieces'] = {},
) {
  return mergeContents({ mine, theirs }, compareContents(base, mine, theirs), { fields: {}, pieces });
}

test('changes in different paragraphs are all kept', () => {
  const both = merged(text('甲', '乙', '丙'), text('甲一', '乙', '丙'), text('甲', '乙', '丙三'));
  expect(bodyLines(both.body)).toEqual(['甲一', '乙', '丙三']);
});

test('changes in neighbouring paragraphs are no quarrel', () => {
  const { pieces } = compareContents(text('甲', '乙'), text('甲一', '乙'), text('甲', '乙二'));
  expect(pieces.map(({ changedBy }) => changedBy)).toEqual(['mine', 'theirs']);
});

test('two versions of one paragraph are both kept unless somebody decides', () => {
  const [base, mine, theirs] = [text('甲', '乙'), text('甲一', '乙'), text('甲二', '乙')];
  expect(bodyLines(merged(base, mine, theirs).body)).toEqual(['甲一', '甲二', '乙']);
  expect(bodyLines(merged(base, mine, theirs, { 0: 'theirs' }).body)).toEqual(['甲二', '乙']);
  expect(bodyLines(merged(base, mine, theirs, { 0: 'mine' }).body)).toEqual(['甲一', '乙']);
});

test('a paragraph that one side removed and the other left alone is removed', () => {
  expect(bodyLines(merged(text('甲', '乙'), text('甲'), text('甲', '乙')).body)).toEqual(['甲']);
});

test('a field that only they changed is theirs, one that both changed is mine', () => {
  const base = { ...text('甲'), headline: '旧', kicker: '旧引' };
  const mine = { ...base, headline: '我的' };
  const theirs = { ...base, headline: '他的', kicker: '新引' };
  expect(merged(base, mine, theirs)).toMatchObject({ headline: '我的', kicker: '新引' });
  expect(compareContents(base, mine, theirs).fields).toEqual([
    { field: 'headline', changedBy: 'both' },
    { field: 'kicker', changedBy: 'theirs' },
  ]);
});

test('no line that either side wrote is missing from what is suggested', () => {
  const lines = fc.array(fc.constantFrom<string>('甲', '乙', '丙', '丁', '戊'), { maxLength: 8 });
  const written = fc.array(fc.constantFrom('我一', '我二'), { maxLength: 3 });
  fc.assert(
    fc.property(lines, written, written, fc.nat(8), fc.nat(8), (base, mine, theirs, at, place) => {
      const mineLines = base.toSpliced(at, 1, ...mine.map((line) => `${line}${at}`));
      const theirsLines = base.toSpliced(place, 1, ...theirs.map((line) => `他${line}${place}`));
      const result = bodyLines(merged(text(...base), text(...mineLines), text(...theirsLines)).body);
      for (const line of [...mineLines, ...theirsLines].filter((one) => !base.includes(one))) {
        expect(result).toContain(line);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the same change by both is no difference', () => {
  const comparison = compareContents(text('甲'), text('乙'), text('乙'));
  expect(comparison.pieces.every(({ changedBy }) => changedBy === 'nobody')).toBe(true);
});
