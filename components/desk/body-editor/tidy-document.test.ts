import { getSchema } from '@tiptap/core';
import { history, undo } from '@tiptap/pm/history';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { tidyDocument } from '@/components/desk/body-editor/tidy-document';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type ArticleBody, type Block, paragraph } from '@/lib/article-body';

const schema = getSchema(bodyNodes);

/** Removes empty paragraphs and doubles no comma: enough to see what happens around it. */
function tidy(body: ArticleBody) {
  const content = body.content.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const text = block.content?.map((inline) => (inline.type === 'text' ? inline.text : '')).join('') ?? '';
    return text === '' ? [] : [paragraph(text.replaceAll(',', '，'))];
  });
  return { body: { ...body, content }, suggestions: [] };
}

function open(...blocks: (Block | DocumentNode)[]): EditorState {
  const nodes = blocks.map((block) =>
    block instanceof DocumentNode
      ? block
      : DocumentNode.fromJSON(schema, fromArticleBody({ type: 'doc', content: [block] })).firstChild!,
  );
  return EditorState.create({ doc: schema.nodes.doc!.create(null, nodes), plugins: [history()] });
}

test('tidying is one step that one undo takes back', () => {
  const before = open(paragraph('甲,乙'), paragraph(''), paragraph('不变'), paragraph('丙,丁'));
  const { tr } = tidyDocument(before, tidy);
  expect(tr!.steps).toHaveLength(1);
  let state = before.apply(tr!);
  expect(toArticleBody(state.doc).content).toEqual([
    paragraph('甲，乙'),
    paragraph('不变'),
    paragraph('丙，丁'),
  ]);
  undo(state, (transaction) => {
    state = state.apply(transaction);
  });
  expect(state.doc.eq(before.doc)).toBe(true);
});

test('what needs no tidying is not touched', () => {
  expect(
    tidyDocument(open(paragraph('甲，乙'), { type: 'divider' }, paragraph('丙')), tidy).tr,
  ).toBeUndefined();
});

test('blocks before and after the changed ones stay the very same', () => {
  const before = open(paragraph('一'), paragraph('甲,乙'), paragraph('二'));
  const after = before.apply(tidyDocument(before, tidy).tr!);
  expect(after.doc.child(0)).toBe(before.doc.child(0));
  expect(after.doc.child(2)).toBe(before.doc.child(2));
});

test('pictures on their way keep their places, alone and in a gallery', () => {
  const waiting = (uploadKey: string) =>
    schema.nodes.image!.create({ uploadKey, address: 'https://a.example/1.jpg' });
  const there = schema.nodes.image!.create({ assetId: 4 });
  const before = open(
    paragraph('甲,乙'),
    waiting('a'),
    paragraph(''),
    schema.nodes.gallery!.create(null, [there, waiting('b')]),
    paragraph('丙,丁'),
  );
  const after = before.apply(tidyDocument(before, tidy).tr!).doc;
  expect(after.children.map((node) => node.type.name)).toEqual([
    'paragraph',
    'image',
    'gallery',
    'paragraph',
  ]);
  expect(after.child(1).eq(waiting('a'))).toBe(true);
  expect(after.child(2).lastChild!.eq(waiting('b'))).toBe(true);
  expect(toArticleBody(after).content).toHaveLength(3);
});
