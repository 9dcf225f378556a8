import { expect, test } from 'vitest';
import { articleBodySchema, paragraph, subhead } from '@/lib/article-body';
import { blocksFromHtml, type PastedBlock } from '@/lib/blocks-from-html';

const stored = (blocks: PastedBlock[]) =>
  articleBodySchema.parse({ type: 'doc', content: blocks.filter(({ type }) => type !== 'pastedPicture') });
const count = (html: string, mark: string) =>
  JSON.stringify(blocksFromHtml(html).blocks).split(mark).length - 1;

const twoMegabytes = (piece: string) => piece.repeat(Math.floor(2_000_000 / piece.length));

// Without the limits these take minutes, which the runner takes for a failure.
test.each(['<b>', '<div>', '<section><span>江', '<ul><li>江', '<blockquote>江', '<table><tr><td>江'])(
  'two megabytes of %s that nobody closes are read to the end',
  (piece) => {
    expect(stored(blocksFromHtml(twoMegabytes(piece)).blocks).type).toBe('doc');
  },
);

test('blanks by the megabyte are one blank, and none at the edge', () => {
  expect(blocksFromHtml(`<p>江${' '.repeat(1_000_000)}a</p>`).blocks).toEqual([paragraph('江 a')]);
  expect(blocksFromHtml(`<p>江${'\u3000'.repeat(300_000)}<b> </b></p>`).blocks).toEqual([paragraph('江')]);
});

test('a list of 200,000 items in a list keeps every item', () => {
  const html = `<ul><li>首<ul>${'<li>项</li>'.repeat(200_000)}</ul></li></ul>`;
  expect(count(html, '项')).toBe(200_000);
});

test('a table with more pictures than a call takes arguments is read', () => {
  const html = `<table><tr><td>甲</td><td>乙${'<img src=https://a.cn/1.jpg>'.repeat(200_000)}</td></tr></table>`;
  expect(blocksFromHtml(html).pictures).toHaveLength(4999);
});

test.each([
  ['a list item', `<ul><li>${'<p>段</p>'.repeat(45)}</li></ul>`],
  ['an item of Word', `<p style="mso-list:l0 level1 lfo1">${'段<br><br>'.repeat(45)}</p>`],
  ['a cell', `<table><tr><td>${'<p>段</p>'.repeat(45)}</td><td>乙</td></tr></table>`],
])('%s of 45 paragraphs loses none', (_, html) => {
  expect(count(html, '段')).toBe(45);
  expect(stored(blocksFromHtml(html).blocks).type).toBe('doc');
});

test('a paragraph is never longer than one text may be, because the editor joins texts', () => {
  const { blocks } = blocksFromHtml(`<p>${'字'.repeat(45_000)}</p>`);
  expect(blocks).toEqual([20_000, 20_000, 5000].map((length) => paragraph('字'.repeat(length))));
});

test('beyond the depth that is read, scripts stay out and paragraphs stay apart', () => {
  const html = `${'<div>'.repeat(2000)}<p>一</p><script>alert(1)</script><svg><text>画</text></svg><p>二</p>`;
  expect(blocksFromHtml(html).blocks).toEqual([paragraph('一'), paragraph('二')]);
});

test('the ordinal of a Word paragraph stays in front of it', () => {
  const html =
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">一、<span>&nbsp;</span></span>修步道</p>';
  expect(blocksFromHtml(html).blocks).toEqual([paragraph('一、修步道')]);
});

test("Word's headline is a subhead, two lines of a heading are a pair", () => {
  expect(blocksFromHtml('<p class=MsoTitle>江边的灯</p><h2>上句<br>下句</h2>').blocks).toEqual([
    subhead('江边的灯'),
    subhead('上句', '下句'),
  ]);
});

test('a table keeps its caption and its head', () => {
  const html =
    '<table><caption>水质</caption><thead><tr><td>断面</td></tr></thead><tr><td>桥下</td></tr></table>';
  expect(blocksFromHtml(html).blocks).toMatchObject([
    {
      type: 'table',
      attrs: { caption: '水质' },
      content: [{ content: [{ type: 'tableHeader' }] }, { content: [{ type: 'tableCell' }] }],
    },
  ]);
});

test('half a character is dropped, not shown as a black box', () => {
  expect(blocksFromHtml('<p>江\ud800水</p>').blocks).toEqual([paragraph('江水')]);
});
