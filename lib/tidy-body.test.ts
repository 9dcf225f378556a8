import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArticleBody, articleBodySchema, type Block, bodyLines, paragraph } from '@/lib/article-body';
import { tidyBody } from '@/lib/tidy-body';

const body = (...content: Block[]): ArticleBody => ({ type: 'doc', content });
const strong = [{ type: 'strong' as const }];

test('typed indents and empty paragraphs go', () => {
  const pasted = body(
    paragraph('　　第一段,有逗号.'),
    paragraph('　'),
    { type: 'paragraph' },
    paragraph('\u00a0第二段 '),
  );
  expect(bodyLines(tidyBody(pasted).body)).toEqual(['第一段，有逗号。', '第二段']);
});

test('a mark of style stays on its letters, and letters are judged across it', () => {
  const pasted = body({
    type: 'paragraph',
    content: [
      { type: 'text', text: '他说' },
      { type: 'text', text: ':', marks: strong },
      { type: 'text', text: '"开' },
      { type: 'text', text: '放', marks: strong },
      { type: 'text', text: '"...' },
    ],
  });
  expect(tidyBody(pasted).body.content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: '他说' },
      { type: 'text', text: '：', marks: strong },
      { type: 'text', text: '“开' },
      { type: 'text', text: '放', marks: strong },
      { type: 'text', text: '”……' },
    ],
  });
});

test('lines broken twice are paragraphs, lines broken once stay together', () => {
  const pasted = body({
    type: 'paragraph',
    content: [
      { type: 'lineBreak' },
      { type: 'text', text: '一' },
      { type: 'lineBreak' },
      { type: 'text', text: '二' },
      { type: 'lineBreak' },
      { type: 'lineBreak' },
      { type: 'lineBreak' },
      { type: 'text', text: '三' },
    ],
  });
  expect(bodyLines(tidyBody(pasted).body)).toEqual(['一\n二', '三']);
});

test('captions, credits, cells and lists are tidied and nothing of them is lost', () => {
  const pasted = body(
    { type: 'image', attrs: { assetId: 7, alt: '桥 上', caption: '傍晚的桥,灯亮了.', credit: '贺长空 摄' } },
    {
      type: 'table',
      attrs: { caption: '票价(元)' },
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', content: [paragraph('成人,')] }, { type: 'tableCell' }],
        },
      ],
    },
    {
      type: 'list',
      attrs: { ordered: true },
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
    },
  );
  const { content } = tidyBody(pasted).body;
  expect(content[0]).toMatchObject({
    attrs: { alt: '桥上', caption: '傍晚的桥，灯亮了。', credit: '贺长空 摄' },
  });
  expect(content[1]).toMatchObject({ attrs: { caption: '票价（元）' } });
  expect(content[2]).toMatchObject({ content: [{ type: 'listItem' }] });
});

test.each([
  ['（记者 胡小满）', { kind: 'credit', role: 'reporter', names: ['胡小满'] }],
  ['编辑：庄书白', { kind: 'credit', role: 'editor', names: ['庄书白'] }],
  ['责编｜梁思齐、方既白', { kind: 'credit', role: 'responsibleEditor', names: ['梁思齐', '方既白'] }],
  ['来源：澄澜日报', { kind: 'source', name: '澄澜日报' }],
])('%s at the end is offered for its field and stays until it is taken', (line, suggestion) => {
  const tidied = tidyBody(body(paragraph('正文。'), paragraph(line)));
  expect(tidied.suggestions).toEqual([{ blockIndex: 1, ...suggestion }]);
  expect(tidied.body.content).toHaveLength(2);
});

test.each(['编辑部今天搬家。', '记者来到江边，看到灯亮了。', '来源广泛', '编辑：这是一个完整的句子。'])(
  '%s is no credit',
  (line) => {
    expect(tidyBody(body(paragraph(line))).suggestions).toEqual([]);
  },
);

test('a short bold line is offered as a subhead, a bold sentence is not', () => {
  const bold = (text: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: strong }],
  });
  expect(tidyBody(body(bold('桥下的灯'), bold('灯亮了。'))).suggestions).toEqual([
    { kind: 'subhead', blockIndex: 0, text: '桥下的灯' },
  ]);
});

const words = fc
  .array(fc.constantFrom(...'河桥aZ9０,.:()"\'-—…。，（）“” \u00a0\u3000\n𠮷', '...', '--'), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => parts.join(''));
const inline = fc.oneof(
  fc
    .record({ text: words, isStrong: fc.boolean() })
    .map(({ text, isStrong }) => ({ type: 'text' as const, text, ...(isStrong && { marks: strong }) })),
  fc.constant({ type: 'lineBreak' as const }),
);
const anyParagraph = fc
  .array(inline, { maxLength: 6 })
  .map((content) => ({ type: 'paragraph' as const, ...(content.length > 0 && { content }) }));
const anyBlock: fc.Arbitrary<Block> = fc.oneof<fc.Arbitrary<Block>[]>(
  anyParagraph,
  fc
    .array(anyParagraph, { minLength: 1, maxLength: 3 })
    .map((content) => ({ type: 'quote' as const, content })),
  words.map((caption) => ({
    type: 'image' as const,
    attrs: { assetId: 1, alt: caption, caption, credit: caption },
  })),
  words.map((text) => ({
    type: 'subhead' as const,
    content: [{ type: 'subheadLine' as const, content: [{ type: 'text' as const, text }] }],
  })),
);

test('whatever the body, the result is valid, tidied for good, and keeps every word in its place', () => {
  const wordsOf = (one: ArticleBody) =>
    bodyLines(one)
      .join('')
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (content) => {
      const once = tidyBody(body(...content)).body;
      expect(articleBodySchema.safeParse(once).error).toBeUndefined();
      expect(tidyBody(once).body).toEqual(once);
      expect(wordsOf(once)).toBe(wordsOf(body(...content)));
    }),
    { numRuns: 2000 },
  );
});
