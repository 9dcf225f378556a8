import { getSchema } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody, fromBlock } from '@/components/desk/body-editor/from-article-body';
import { insertBlock, insertBlocks } from '@/components/desk/body-editor/insert-blocks';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type ArticleBody, type Block, paragraph, subhead } from '@/lib/article-body';

const schema = getSchema(bodyNodes);
const divider: Block = { type: 'divider' };
const quote = (...lines: string[]): Block => ({ type: 'quote', content: lines.map(paragraph) });

/** The blocks after pasting at the mark ^ in the text. */
function paste(blocks: Block[], into: Block[]): ArticleBody['content'] {
  return after(into, (state) =>
    insertBlocks(
      state,
      blocks.map((block) => DocumentNode.fromJSON(schema, fromBlock(block))),
    ),
  );
}

/** The blocks after a tool was used at the mark ^ and a letter was typed. */
function insertAndType(block: Block, into: Block[]): ArticleBody['content'] {
  return after(into, (state) => {
    const tr = insertBlock(state, DocumentNode.fromJSON(schema, fromBlock(block)));
    return tr.insertText('字');
  });
}

function after(into: Block[], act: (state: EditorState) => Transaction): ArticleBody['content'] {
  const doc = DocumentNode.fromJSON(schema, fromArticleBody({ type: 'doc', content: into }));
  let cursor = 1;
  doc.descendants((node, position) => {
    const found = node.isText ? node.text!.indexOf('^') : -1;
    if (found >= 0) cursor = position + found;
  });
  let state = EditorState.create({ doc });
  if (doc.textContent.includes('^')) state = state.apply(state.tr.delete(cursor, cursor + 1));
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, cursor)));
  state = state.apply(act(state));
  state.doc.check();
  return toArticleBody(state.doc).content;
}

test('one paragraph goes into the line', () => {
  expect(paste([paragraph('新')], [paragraph('前^后')])).toEqual([paragraph('前新后')]);
});

test('first and last paragraph join the text around the cursor', () => {
  expect(paste([paragraph('一'), subhead('题'), paragraph('二')], [paragraph('前^后')])).toEqual([
    paragraph('前一'),
    subhead('题'),
    paragraph('二后'),
  ]);
});

test('an empty paragraph gives way', () => {
  expect(paste([subhead('题'), paragraph('文')], [])).toEqual([subhead('题'), paragraph('文')]);
  expect(paste([divider], [paragraph('前'), paragraph('^'), paragraph('后')])).toEqual([
    paragraph('前'),
    divider,
    paragraph('后'),
  ]);
});

test('no empty paragraph is left where a block is pasted at the start or the end of one', () => {
  expect(paste([subhead('题')], [paragraph('^文')])).toEqual([subhead('题'), paragraph('文')]);
  expect(paste([subhead('题')], [paragraph('文^'), paragraph('后')])).toEqual([
    paragraph('文'),
    subhead('题'),
    paragraph('后'),
  ]);
});

test('a quote takes the text of blocks, not the blocks', () => {
  expect(paste([subhead('题'), divider, paragraph('文')], [quote('前^后')])).toEqual([quote('前题', '文后')]);
});

test('a cell stays one cell', () => {
  const table = (...lines: string[]): Block => ({
    type: 'table',
    attrs: { caption: '' },
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: lines.map(paragraph) }] }],
  });
  expect(paste([subhead('题'), table('甲', '乙')], [table('前^后')])).toEqual([table('前题', '甲', '乙后')]);
});

test('a subhead stays one line', () => {
  expect(paste([paragraph('一'), paragraph('二')], [subhead('前^后')])).toEqual([subhead('前一 二后')]);
});

test('a picture pasted into the middle of a paragraph parts it', () => {
  const image: Block = { type: 'image', attrs: { assetId: 3, alt: '', caption: '', credit: '' } };
  expect(paste([image], [paragraph('前^后')])).toEqual([paragraph('前'), image, paragraph('后')]);
});

test('a tool puts its block behind a list, a quote or a table and not into it', () => {
  const list: Block = {
    type: 'list',
    attrs: { ordered: true },
    content: [
      { type: 'listItem', content: [paragraph('一^')] },
      { type: 'listItem', content: [paragraph('二')] },
    ],
  };
  const [kept, ...rest] = insertAndType(divider, [list, paragraph('后')]);
  expect(kept).toMatchObject({ type: 'list', content: [{}, {}] });
  expect(rest).toEqual([divider, paragraph('字后')]);
  expect(insertAndType(divider, [quote('甲^', '乙')])).toEqual([quote('甲', '乙'), divider, paragraph('字')]);
});

test('a tool in a paragraph parts it, and its block at the end is followed by a line to write on', () => {
  expect(insertAndType(divider, [paragraph('前^后')])).toEqual([paragraph('前'), divider, paragraph('字后')]);
  expect(insertAndType(divider, [paragraph('前^')])).toEqual([paragraph('前'), divider, paragraph('字')]);
});

test('the cursor goes into a new table', () => {
  const table: Block = {
    type: 'table',
    attrs: { caption: '' },
    content: [{ type: 'tableRow', content: [{ type: 'tableHeader' }, { type: 'tableCell' }] }],
  };
  const [, made] = insertAndType(table, [paragraph('前^')]);
  expect(made).toMatchObject({ type: 'table', content: [{ content: [{ content: [paragraph('字')] }, {}] }] });
});
