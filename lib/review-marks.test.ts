import { expect, test } from 'vitest';
import { placeOfMark } from '@/lib/review-marks';

const blocks = ['河边的灯亮了。', '三桥通车。', '河边的灯又亮了。'];

test.for([
  ['the words stand where they stood', { blockIndex: 1, quote: '三桥' }, 1],
  ['a paragraph was put before them', { blockIndex: 0, quote: '三桥' }, 1],
  ['the words stand twice, the nearer one counts', { blockIndex: 2, quote: '河边的灯' }, 2],
  ['the words are gone', { blockIndex: 1, quote: '四桥' }, 1],
  ['nothing was quoted', { blockIndex: 2, quote: '' }, 2],
  ['the text has become shorter', { blockIndex: 7, quote: '四桥' }, undefined],
] as const)('a mark finds its paragraph: %s', ([, mark, place]) => {
  expect(placeOfMark(blocks, mark)).toBe(place);
});
