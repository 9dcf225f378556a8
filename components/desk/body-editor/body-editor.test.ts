import { getSchema } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import {
  backOutOfSubhead,
  leaveSubheadLine,
  subheadLines,
  toggleSubhead,
} from '@/components/desk/body-editor/subhead-commands';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type ArticleBody, bodyLines, paragraph, subhead } from '@/lib/article-body';

const schema = getSchema(bodyNodes);

function there(body: ArticleBody): DocumentNode {
  const node = DocumentNode.fromJSON(schema, fromArticleBody(body));
  node.check();
  return node;
}

test('an untouched editor is an empty body', () => {
  expect(toArticleBody(there({ type: 'doc', content: [] }))).toEqual({ type: 'doc', content: [] });
});

/** The state with the cursor behind the text `at`, and what a command makes of it. */
function stateAfter(
  body: ArticleBody,
  at: string,
  command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
  offset = at.length,
): EditorState {
  const doc = there(body);
  let cursor = 0;
  doc.descendants((node, position) => {
    const found = node.isText ? node.text!.indexOf(at) : -1;
    if (found >= 0) cursor = position + found + offset;
  });
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, cursor) });
  command(state, (tr) => {
    state = state.apply(tr);
  });
  state.doc.check();
  return state;
}

function run(...on: Parameters<typeof stateAfter>): ArticleBody {
  return toArticleBody(stateAfter(...on).doc);
}

const body = (...content: ArticleBody['content']): ArticleBody => ({ type: 'doc', content });

test('a paragraph becomes a subhead and a paragraph again', () => {
  const made = run(body(paragraph('河上的桥')), '河上的桥', (state, dispatch) =>
    toggleSubhead(state, dispatch, 1),
  );
  expect(made).toEqual(body(subhead('河上的桥')));
  expect(run(made, '河上', (state, dispatch) => toggleSubhead(state, dispatch, 1))).toEqual(
    body(paragraph('河上的桥')),
  );
});

test('a single subhead becomes a pair and back without losing a character', () => {
  const pair = stateAfter(body(subhead('上联')), '上联', (state, dispatch) =>
    toggleSubhead(state, dispatch, 2),
  );
  expect(subheadLines(pair)).toBe(2);
  expect(pair.selection.$from.parent.textContent).toBe('');
  expect(toArticleBody(pair.doc)).toEqual(body(subhead('上联')));
  const single = run(body(subhead('上联', '下联')), '上联', (state, dispatch) =>
    toggleSubhead(state, dispatch, 1),
  );
  expect(bodyLines(single)).toEqual(['上联下联']);
});

test('a line break in the paragraph makes the two lines of a pair', () => {
  const broken: ArticleBody = body({
    type: 'paragraph',
    content: [{ type: 'text', text: '上' }, { type: 'lineBreak' }, { type: 'text', text: '下' }],
  });
  expect(run(broken, '上', (state, dispatch) => toggleSubhead(state, dispatch, 2))).toEqual(
    body(subhead('上', '下')),
  );
});

test('Enter leaves the last line into a paragraph and takes the rest of the line along', () => {
  expect(run(body(subhead('桥头的灯')), '桥头', leaveSubheadLine)).toEqual(
    body(subhead('桥头'), paragraph('的灯')),
  );
  const pair = body(subhead('上联', '下联'));
  expect(run(pair, '上联', leaveSubheadLine)).toEqual(pair);
});

test('Enter at the start of a subhead makes room before it', () => {
  expect(run(body(paragraph('前'), subhead('题')), '题', leaveSubheadLine, 0)).toEqual(
    body(paragraph('前'), { type: 'paragraph' }, subhead('题')),
  );
});

test('Backspace at the start makes a subhead paragraphs, and joins a pair at its second line', () => {
  expect(run(body(subhead('上联', '下联')), '上联', backOutOfSubhead, 0)).toEqual(
    body(paragraph('上联'), paragraph('下联')),
  );
  expect(run(body(subhead('上联', '下联')), '下联', backOutOfSubhead, 0)).toEqual(body(subhead('上联下联')));
  expect(run(body(subhead('上联')), '上联', backOutOfSubhead)).toEqual(body(subhead('上联')));
});

test('outside of a subhead the cursor stands in none', () => {
  const doc = there(body(paragraph('正文'), subhead('一', '二')));
  const at = (position: number) =>
    EditorState.create({ doc, selection: TextSelection.create(doc, position) });
  expect(subheadLines(at(1))).toBe(0);
  expect(subheadLines(at(6))).toBe(2);
});
