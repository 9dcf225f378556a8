import { expect, test } from 'vitest';
import type { PageLine } from '@/features/archive-import/page-lines';
import { findBoxStart, readSideBar } from '@/features/archive-import/side-bar';

const lines = (...texts: string[]): PageLine[] => texts.map((text) => ({ text, use: undefined }));

test('a named column gives its lead headline and abstract, and the list below it nothing', () => {
  const found = readSideBar(
    lines('城市观察', '【城镇观察】一河两岸', '河边的人说起从前。', '渡船都退休了。', '早市开了', '晚市的灯'),
  );
  expect(found?.sideBar).toEqual({
    title: '城市观察',
    headline: '【城镇观察】一河两岸',
    abstract: '河边的人说起从前。渡船都退休了。',
  });
  expect(found?.lines).toHaveLength(4);
});

test('a column stands also behind a list of other headlines', () => {
  const found = readSideBar(
    lines('热点排行', '早市开了', '城市观察', '一河两岸的早晨', '河边的人说起从前。'),
  );
  expect(found?.sideBar.headline).toBe('一河两岸的早晨');
});

test('a list of headlines is no column', () => {
  expect(readSideBar(lines('| 最新', '渡船退休了', '又一条消息'))).toBeUndefined();
});

test('boxes begin at a box title with no story below it', () => {
  expect(findBoxStart(lines('河上有桥。', '相关阅读', '渡船退休', '早市开了'))).toBe(1);
  expect(findBoxStart(lines('河上有桥。', '城市观察', '一河两岸', '河边的人说起从前。'))).toBe(1);
});

test('a subhead that reads like a box title has the story below it', () => {
  const story = lines(
    '河上有桥。',
    '最新进展',
    '桥修到了江心。',
    '城市观察',
    '观察员来了。',
    '他们记下了水位。',
  );
  expect(findBoxStart(story)).toBe(story.length);
});
