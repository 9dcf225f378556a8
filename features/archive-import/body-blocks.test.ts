import { expect, test } from 'vitest';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';

const subheadsOf = (...lines: string[]) =>
  toBodyBlocks(lines).flatMap((block) => (block.type === 'subhead' ? [block.lines] : []));

test('two short lines in a row are one subhead of two lines, one alone is a subhead of one', () => {
  expect(
    toBodyBlocks(['第一段。', '以细水绕新城', '以长桥接旧岸', '第二段。', '一河清水', '第三段。']),
  ).toEqual([
    { type: 'paragraph', text: '第一段。' },
    { type: 'subhead', lines: ['以细水绕新城', '以长桥接旧岸'] },
    { type: 'paragraph', text: '第二段。' },
    { type: 'subhead', lines: ['一河清水'] },
    { type: 'paragraph', text: '第三段。' },
  ]);
});

test('numbered lines in a row are subheads of their own', () => {
  expect(subheadsOf('引子在此。', '一、修桥的人', '（一）从渡口说起', '第一段。')).toEqual([
    ['一、修桥的人'],
    ['（一）从渡口说起'],
  ]);
});

test('a subhead may end in 图 or hold a comma', () => {
  expect(
    subheadsOf('第一段。', '绘就发展新蓝图', '第二段。', '办好一件事，赢得万人心', '第三段。'),
  ).toHaveLength(2);
});

test.for([
  '江水清了。',
  '后来呢？',
  '他说：',
  '——编者',
  '叶小满 摄',
  '资料图',
  '图片来源：澄江日报',
  '（澄江网）',
  '编辑：顾南屿',
  '▼',
  '@某某',
])('“%s” between paragraphs is no subhead', (line) => {
  expect(subheadsOf('第一段。', line, '第二段。')).toEqual([]);
});

test('a poem, a line before all text and the last line are no subheads', () => {
  expect(subheadsOf('桥影', '江水清了。', '春江潮水', '连海平', '海上明月', '后来呢？', '就这样吧')).toEqual(
    [],
  );
});

test('every line comes out once, in its order', () => {
  const lines = ['桥影', '江水清了。', '一河清水', '两岸人家', '江水清了。', '甲', '乙', '丙'];
  expect(
    toBodyBlocks(lines).flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines)),
  ).toEqual(lines);
});
