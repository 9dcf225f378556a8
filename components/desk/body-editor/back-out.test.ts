import { getSchema } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState, type NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { backOut } from '@/components/desk/body-editor/back-out';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type Block, paragraph, subhead } from '@/lib/article-body';

const schema = getSchema(bodyNodes);
const image: Block = { type: 'image', attrs: { assetId: 3, alt: '', caption: '', credit: '' } };
const quote = (...lines: string[]): Block => ({ type: 'quote', content: lines.map(paragraph) });
const list = (...lines: string[]): Block => ({
  type: 'list',
  attrs: { ordered: true },
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
});

/** The state after Backspace at the start of a line, or undefined where ProseMirror's own answer is taken. */
function backspace(line: string, blocks: Block[]): EditorState | undefined {
  const doc = DocumentNode.fromJSON(schema, fromArticleBody({ type: 'doc', content: blocks }));
  let cursor = 1;
  doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === line) cursor = position + 1;
  });
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, cursor) });
  const isDone = backOut(state, (tr) => (state = state.apply(tr)));
  state.doc.check();
  return isDone ? state : undefined;
}

const blocksOf = (state: EditorState | undefined) => state && toArticleBody(state.doc).content;

test('a picture is selected first, and only then can be deleted', () => {
  const state = backspace('后', [paragraph('前'), image, paragraph('后')])!;
  expect(blocksOf(state)).toEqual([paragraph('前'), image, paragraph('后')]);
  expect((state.selection as NodeSelection).node.type.name).toBe('image');
});

test('an empty line behind a picture goes', () => {
  const state = backspace('', [image, paragraph(''), paragraph('后')]);
  expect(blocksOf(state)).toEqual([image, paragraph('后')]);
});

test('the first line of a quote leaves it, also at the start of the text', () => {
  expect(blocksOf(backspace('甲', [quote('甲', '乙')]))).toEqual([paragraph('甲'), quote('乙')]);
  expect(backspace('乙', [quote('甲', '乙')])).toBeUndefined();
});

test('any item leaves its list', () => {
  expect(blocksOf(backspace('乙', [list('甲', '乙', '丙')]))).toEqual([
    list('甲'),
    paragraph('乙'),
    list('丙'),
  ]);
});

test('a line joins the subhead before it with all its words', () => {
  expect(blocksOf(backspace('后', [subhead('题'), paragraph('后')]))).toEqual([subhead('题后')]);
});

test('between two paragraphs ProseMirror joins', () => {
  expect(backspace('后', [paragraph('前'), paragraph('后')])).toBeUndefined();
});
