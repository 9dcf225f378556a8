import { getSchema } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { boundaryNear, countAwaited, fillPictures } from '@/components/desk/body-editor/fill-pictures';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import type { DeskPicture } from '@/lib/picture';

const schema = getSchema(bodyNodes);
const { doc, paragraph, image, gallery } = schema.nodes;
const picture: DeskPicture = {
  id: 7,
  contentHash: 'ab'.repeat(32),
  width: 1200,
  height: 800,
  hasAvif: false,
  alt: '桥',
  credit: '李河 摄',
  fileName: 'bridge.jpg',
  rights: '',
  focalX: 50,
  focalY: 50,
};

function opened(): EditorState {
  const start = doc!.create(null, [paragraph!.create(null, schema.text('正文'))]);
  return EditorState.create({ doc: start, plugins: [history({ newGroupDelay: 0 })] });
}

test('an upload ends where it was begun, with the words of the library and what was typed meanwhile', () => {
  let state = opened();
  state = state.apply(state.tr.insert(4, image!.create({ uploadKey: 'k', caption: '图说' })));
  state = state.apply(state.tr.insertText('新', 1));
  state = state.apply(fillPictures(state, 'k', picture)!);
  expect(toArticleBody(state.doc).content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: '新正文' }] },
    { type: 'image', attrs: { assetId: 7, alt: '桥', caption: '图说', credit: '李河 摄' } },
  ]);
});

test('undo takes the whole picture away and redo brings it, not its box', () => {
  let state = opened();
  const apply = (transaction: Parameters<EditorState['apply']>[0]) => {
    state = state.apply(transaction);
  };
  apply(state.tr.insert(4, image!.create({ uploadKey: 'k' })));
  apply(fillPictures(state, 'k', picture)!);
  undo(state, apply);
  expect(state.doc.childCount).toBe(1);
  redo(state, apply);
  expect(state.doc.lastChild!.attrs.assetId).toBe(7);
});

test('a place removed meanwhile is filled no more', () => {
  expect(fillPictures(opened(), 'k', picture)).toBeUndefined();
});

test('places in a gallery are counted and filled too', () => {
  let state = opened();
  const places = [image!.create({ uploadKey: 'a' }), image!.create({ uploadKey: 'b' })];
  state = state.apply(state.tr.insert(4, gallery!.create(null, places)));
  expect(countAwaited(state.doc)).toBe(2);
  state = state.apply(fillPictures(state, 'b', picture)!);
  expect(countAwaited(state.doc)).toBe(1);
  expect(state.doc.lastChild!.lastChild!.attrs.assetId).toBe(7);
});

test('a picture dropped into a paragraph does not cut it', () => {
  const { doc: start } = opened();
  expect(boundaryNear(start, 1)).toBe(0);
  expect(boundaryNear(start, 3)).toBe(4);
});
