import { expect, test } from 'vitest';
import {
  keysOf,
  moveBlock,
  moveWithin,
  placeItem,
  rememberRemoved,
  type RemovedItem,
} from '@/components/desk/fronts/front-changes';

const item = (articleId: number | null, headline = '') => ({ articleId, headline, abstract: '' });

test.for([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 3, 'abc'],
  [-1, 0, 'abc'],
] as const)('what moves from %i to %i makes %s', ([from, to, order]) => {
  expect(moveWithin(['a', 'b', 'c'], from, to).join('')).toBe(order);
});

test('a block at the end of the front stays there', () => {
  const block = { title: '甲', sectionId: null, itemLimit: 4, items: [] };
  const draft = {
    blocks: [
      { ...block, blockId: 1 },
      { ...block, blockId: 2 },
    ],
  };
  expect(moveBlock(draft, 2, 1)).toEqual(draft);
  expect(moveBlock(draft, 2, -1).blocks.map(({ blockId }) => blockId)).toEqual([2, 1]);
});

test('what was removed comes back where it stood, or at the end of what became shorter', () => {
  const items = [item(1), item(2)];
  expect(placeItem(items, item(3), 1).map(({ articleId }) => articleId)).toEqual([1, 3, 2]);
  expect(placeItem(items, item(3), 9).map(({ articleId }) => articleId)).toEqual([1, 2, 3]);
});

test('the last five removed are remembered, the newest first', () => {
  let removed: RemovedItem[] = [];
  for (let id = 1; id <= 7; id += 1) removed = rememberRemoved(removed, { at: 0, item: item(id) });
  expect(removed.map((one) => one.item.articleId)).toEqual([7, 6, 5, 4, 3]);
});

test('every item of a block has a key of its own, lines of text too', () => {
  const keys = keysOf([item(7), item(null, '甲'), item(null, '甲'), item(8)]);
  expect(new Set(keys).size).toBe(4);
});
