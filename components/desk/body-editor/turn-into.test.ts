import { getSchema } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type TextKind, turnInto } from '@/components/desk/body-editor/turn-into';
import { type ArticleBody, type Block, paragraph, subhead } from '@/lib/article-body';

const schema = getSchema(bodyNodes);
const quote = (...lines: string[]): Block => ({ type: 'quote', content: lines.map(paragraph) });
const list = (ordered: boolean, ...lines: string[]): Block => ({
  type: 'list',
  attrs: { ordered },
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
});

/** The blocks after turning what stands from the first text to the second; and the text still selected. */
function turn(kind: TextKind, from: string, to: string, blocks: Block[]) {
  const doc = DocumentNode.fromJSON(schema, fromArticleBody({ type: 'doc', content: blocks }));
  const positionOf = (text: string) => {
    let found = 0;
    doc.descendants((node, position) => {
      if (node.isText && node.text === text) found = position;
    });
    return found;
  };
  let state = EditorState.create({
    doc,
    selection: TextSelection.create(doc, positionOf(from), positionOf(to) + to.length),
  });
  const isDone = turnInto(state, (tr) => (state = state.apply(tr)), kind);
  state.doc.check();
  const { content }: ArticleBody = toArticleBody(state.doc);
  const selected = state.doc.textBetween(state.selection.from, state.selection.to, '/');
  return { isDone, content, selected };
}

test('every kind of text becomes every other, with the same words selected', () => {
  const forms: [TextKind, Block[]][] = [
    ['quote', [quote('甲', '乙')]],
    ['note', [{ type: 'note', attrs: { label: '编者按' }, content: [paragraph('甲'), paragraph('乙')] }]],
    ['bulleted', [list(false, '甲', '乙')]],
    ['numbered', [list(true, '甲', '乙')]],
    ['subhead', [subhead('甲'), subhead('乙')]],
    ['pair', [subhead('甲', '乙')]],
  ];
  for (const [, before] of [...forms, ['plain', [paragraph('甲'), paragraph('乙')]] as const]) {
    for (const [kind, after] of forms) {
      const isThere = before === after;
      const expected = isThere ? [paragraph('甲'), paragraph('乙')] : after;
      expect(turn(kind, '甲', '乙', [...before])).toEqual({
        isDone: true,
        content: expected,
        selected: '甲/乙',
      });
    }
  }
});

test('of a quote or a list selected in part, the rest stays', () => {
  expect(turn('quote', '乙', '乙', [quote('甲', '乙', '丙')]).content).toEqual([
    quote('甲'),
    paragraph('乙'),
    quote('丙'),
  ]);
  expect(turn('subhead', '甲', '甲', [list(false, '甲', '乙')]).content).toEqual([
    subhead('甲'),
    list(false, '乙'),
  ]);
  expect(
    turn('bulleted', '乙', '丁', [quote('甲', '乙'), paragraph('丙'), quote('丁', '戊')]).content,
  ).toEqual([quote('甲'), list(false, '乙', '丙', '丁'), quote('戊')]);
});

test('the kind of a list is changed as a whole', () => {
  expect(turn('numbered', '乙', '乙', [list(false, '甲', '乙')])).toEqual({
    isDone: true,
    content: [list(true, '甲', '乙')],
    selected: '乙',
  });
});

test('a selection with a divider in it is left alone', () => {
  const blocks: Block[] = [paragraph('甲'), { type: 'divider' }, paragraph('乙')];
  expect(turn('quote', '甲', '乙', blocks)).toMatchObject({ isDone: false, content: blocks });
});

test('a line break parts the lines of a pair', () => {
  const broken: Block = {
    type: 'paragraph',
    content: [{ type: 'text', text: '上' }, { type: 'lineBreak' }, { type: 'text', text: '下' }],
  };
  expect(turn('pair', '上', '上', [broken]).content).toEqual([subhead('上', '下')]);
});

test('after Ctrl+A the whole text is turned', () => {
  const doc = DocumentNode.fromJSON(
    schema,
    fromArticleBody({ type: 'doc', content: [paragraph('甲'), quote('乙'), list(true, '丙')] }),
  );
  let state = EditorState.create({ doc, selection: new AllSelection(doc) });
  turnInto(state, (tr) => (state = state.apply(tr)), 'bulleted');
  expect(toArticleBody(state.doc).content).toEqual([list(false, '甲', '乙', '丙')]);
});
