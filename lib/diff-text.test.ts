import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffEntries, diffText, similarity, type TextPart } from '@/lib/diff-text';

const shown = (parts: TextPart[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

test.for([
  ['三月十五日开放', '五月十五日开放', '-三-+五+月十五日开放'],
  ['市民可以免费参观', '市民可免费参观', '市民可-以-免费参观'],
  ['河灯亮了', '河灯又亮了', '河灯+又+亮了'],
  // 的 stands in both by chance; the phrase was rewritten.
  ['昨天的雨', '今日的雪', '-昨天的雨-+今日的雪+'],
  ['', '新的一段', '+新的一段+'],
  ['没有变', '没有变', '没有变'],
] as const)('%s → %s', ([before, after, expected]) => {
  expect(shown(diffText(before, after))).toBe(expected);
});

const chinese = fc.string({
  unit: fc.constantFrom('三', '桥', '步', '道', '的', '了', '，', '。', 'G', '2', ' ', '😀'),
  maxLength: 60,
});

test('what is not added makes the old text, what is not removed the new one', () => {
  fc.assert(
    fc.property(chinese, chinese, (before, after) => {
      const parts = diffText(before, after);
      const without = (kind: TextPart['kind']) =>
        parts.filter((part) => part.kind !== kind).map(({ text }) => text);
      expect(without('added').join('')).toBe(before);
      expect(without('removed').join('')).toBe(after);
    }),
    { numRuns: 500 },
  );
});

test('a change of one character is shown as that character alone, wherever it is', () => {
  const text = '澄澜市三桥步道周末开放，沿线设有五处休息亭，市民可步行前往。';
  for (let index = 0; index < text.length; index += 1) {
    const changed = `${text.slice(0, index)}龘${text.slice(index + 1)}`;
    const parts = diffText(text, changed).filter(({ kind }) => kind !== 'same');
    expect(parts).toEqual([
      { kind: 'removed', text: text[index] },
      { kind: 'added', text: '龘' },
    ]);
  }
});

test('two texts of twenty thousand characters that share nothing are shown as replaced', () => {
  const [before, after] = ['天地玄黄'.repeat(5000), '宇宙洪荒'.repeat(5000)];
  expect(diffText(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});

test('entries of a list are compared whole', () => {
  expect(shown(diffEntries(['记者 甲', '编辑 乙'], ['记者 甲', '编辑 丙']))).toBe(
    '记者 甲-、编辑 乙-+、编辑 丙+',
  );
});

test('similarity tells a changed sentence from another one', () => {
  expect(similarity('三桥步道周末开放', '三桥步道周日开放')).toBeGreaterThan(0.5);
  expect(similarity('三桥步道周末开放', '今年粮食丰收在望')).toBe(0);
  expect(similarity('', '')).toBe(1);
});
