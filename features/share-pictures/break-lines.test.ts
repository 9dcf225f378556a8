import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from '@/features/share-pictures/break-lines';

/** Every character one wide, as in a Chinese grid. */
const measure = (text: string) => [...text].length;
const lines = (text: string, width = 8, mostLines = 3) => breakLines(text, { width, mostLines, measure });

test('a short headline is one line', () => {
  expect(lines('汐桥今晨通车')).toEqual(['汐桥今晨通车']);
});

test('two lines are as even as the words allow', () => {
  expect(lines('汐桥今晨通车两岸居民步行')).toEqual(['汐桥今晨通车', '两岸居民步行']);
});

test('a closing mark never begins a line and an opening one never ends it', () => {
  expect(lines('一二三四五六七八，九十', 8)).not.toContainEqual(expect.stringMatching(/^，/u));
  expect(lines('一二三四五六七“八九十”一二', 8)).not.toContainEqual(expect.stringMatching(/“$/u));
});

test('a run of Latin letters or digits and a dash stay whole', () => {
  expect(lines('全市GDP增长5.6%创新高', 8).join('|')).toMatch(/GDP.*5\.6%/u);
  expect(lines('一二三四五六七——八九', 8).join('|')).not.toContain('—|—');
});

test('what does not fit ends in an ellipsis that follows no comma', () => {
  const long = '澄澜市发布今年第三季度民生实事完成情况，二十六个镇街全部提前完成';
  expect(lines(long, 9, 2)).toEqual(['澄澜市发布今年第三', '季度民生实事完成…']);
  expect(lines('一二三四，五六七八九十', 5, 1)).toEqual(['一二三四…']);
});

const marks = [...'汐桥一二，。！？、”’）》」』】“‘（《「『【—…abc123 %🙂'];
const text = fc.array(fc.constantFrom(...marks), { maxLength: 60 }).map((parts) => parts.join(''));

test('whatever the text, there are at most three lines and none is too wide', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 20 }), (value, width) => {
      const broken = lines(value, width);
      expect(broken.length).toBeLessThanOrEqual(3);
      for (const line of broken) expect(measure(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('whatever the text, what is not shortened loses nothing but blanks', () => {
  fc.assert(
    fc.property(text, (value) => {
      const broken = breakLines(value, { width: 10, mostLines: 100, measure });
      expect(broken.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
    }),
  );
});
