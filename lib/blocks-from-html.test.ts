import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleBodySchema, type Block, paragraph, subhead } from '@/lib/article-body';
import { blocksFromHtml, type PastedBlock } from '@/lib/blocks-from-html';
import { blocksFromPlainText } from '@/lib/blocks-from-plain-text';

const fixture = (name: string) =>
  blocksFromHtml(readFileSync(path.join(import.meta.dirname, 'testing/pasted', name), 'utf8')).blocks;

const strong = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'strong' }] }],
});
const list = (ordered: boolean, ...items: string[]): Block => ({
  type: 'list',
  attrs: { ordered },
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});
const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell') => ({
  type,
  content: [paragraph(text)],
});

test('a text of Word keeps its words, bold, links and lists, and nothing of its styles', () => {
  expect(fixture('word.html')).toEqual([
    subhead('澄澜江步道全线贯通'),
    paragraph('本报讯（记者沈知渔）昨天上午，全长21公里的澄澜江步道全线开放。'),
    strong('桥下的灯'),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '市民可以从' },
        {
          type: 'text',
          text: '线路图',
          marks: [{ type: 'link', attrs: { href: 'https://example.com/map?a=1&b=2' } }],
        },
        { type: 'text', text: '上找到入口，也可以' },
        { type: 'text', text: '慢慢', marks: [{ type: 'emphasis' }] },
        { type: 'text', text: '走。' },
      ],
    },
    list(true, '望汐街道入口', '荻浦镇入口'),
    { type: 'pastedPicture', picture: { kind: 'local', alt: '' }, caption: '' },
    {
      type: 'table',
      attrs: { caption: '' },
      content: [
        { type: 'tableRow', content: [cell('路段'), cell('长度')] },
        { type: 'tableRow', content: [cell('老城段'), cell('6.5公里')] },
      ],
    },
  ]);
});

test('a text of WPS is its paragraphs with bold and emphasis', () => {
  expect(fixture('wps.html')).toEqual([
    paragraph('云砧茶叶合作社今年的春茶，比去年早了五天开采。'),
    strong('山上的事'),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '“今年雨水好。”社员' },
        { type: 'text', text: '汪水清', marks: [{ type: 'emphasis' }] },
        { type: 'text', text: '说。' },
      ],
    },
  ]);
});

test('the sections of a 公众号 editor are paragraphs, its late pictures are found, its hidden text is not', () => {
  expect(fixture('wechat.html')).toEqual([
    strong('镜汐湖迎来候鸟'),
    paragraph('昨天清晨，一群候鸟落在镜汐湖的浅滩上。'),
    {
      type: 'pastedPicture',
      picture: { kind: 'remote', url: 'https://img.example.com/mmbiz/abc/640?wx_fmt=jpeg', alt: '' },
      caption: '',
    },
    paragraph('浅滩上的候鸟　贺长空 摄'),
    { type: 'quote', content: [paragraph('观鸟请站在木栈道上，不要投喂。')] },
    list(false, '望远镜可以在入口借。', '周末有志愿者讲解。'),
  ]);
});

test('a web page’s broken lines, captions, nested lists and tables become ours', () => {
  const blocks = fixture('web-page.html');
  expect(blocks.slice(0, 4)).toEqual([
    subhead('老城的巷子要修了'),
    paragraph('2026年5月'),
    paragraph('栖汐区今年要修三十条巷子。'),
    paragraph('先修的是桐荫街道的九条。'),
  ]);
  expect(blocks[4]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: '居民可以在线留言，或写信到' },
      { type: 'text', text: '信箱', marks: [{ type: 'link', attrs: { href: 'mailto:xiang@example.cn' } }] },
      { type: 'text', text: '，不要点这里。' },
    ],
  });
  expect(blocks.slice(5)).toEqual([
    {
      type: 'pastedPicture',
      picture: { kind: 'data', dataUrl: 'data:image/png;base64,iVBORw0KGgo=', alt: '巷口' },
      caption: '桐荫街道的一条巷子。 林观澜 摄',
    },
    { type: 'divider' },
    list(true, '第一批：四月', '桐荫街道', '第二批：九月'),
    {
      type: 'table',
      attrs: { caption: '' },
      content: [
        {
          type: 'tableRow',
          content: [
            cell('街道', 'tableHeader'),
            { ...cell('巷子', 'tableHeader'), attrs: { colspan: 2, rowspan: 1 } },
          ],
        },
        {
          type: 'tableRow',
          content: [{ ...cell('桐荫'), attrs: { colspan: 1, rowspan: 2 } }, cell('书院巷'), cell('井巷')],
        },
        { type: 'tableRow', content: [cell('灯巷'), { type: 'tableCell' }] },
      ],
    },
  ]);
});

test('cells of a spreadsheet are a table', () => {
  expect(fixture('excel-table.html')).toEqual([
    {
      type: 'table',
      attrs: { caption: '' },
      content: [
        { type: 'tableRow', content: [cell('月份'), cell('客流（万人次）')] },
        { type: 'tableRow', content: [cell('四月'), cell('12.6')] },
      ],
    },
  ]);
});

test('a table that only arranges a page is what stands in it', () => {
  expect(fixture('layout-table.html')).toEqual([
    paragraph('砚湾港昨天开出了第一班去镜汐湖的船。'),
    {
      type: 'pastedPicture',
      picture: { kind: 'remote', url: 'https://img.example.com/boat.jpg', alt: '船' },
      caption: '',
    },
  ]);
});

function expectStorable(blocks: PastedBlock[]): void {
  const content = blocks.filter((block) => block.type !== 'pastedPicture');
  expect(articleBodySchema.safeParse({ type: 'doc', content }).error).toBeUndefined();
}

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><text>x</text></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" data:text/html,x">x</a>',
  '<a href="//evil.example">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<p>a<table><p>b<td>c<tr><td>d</p>',
  '<ul><li>a<ul><li>b<li>c</ul></li>',
  '</p></div></td></table>x',
  '<table><tr><td colspan=99999 rowspan=-1>a</td><td colspan=NaN>b</td></tr></table>',
  '<blockquote><blockquote><blockquote>x',
  '<li>x</li>',
  '<td>x</td><td>y</td>',
  '<h1></h1><h2> </h2>',
  `<h1>${'长'.repeat(300)}</h1>`,
  '<p>\u0000\u0001\u001f\ud800</p>',
  '<p>&#0;&#xD800;&#x110000;&#9999999999;</p>',
  '<!--<p>x</p>',
  '<![CDATA[x]]>',
  '<?xml version="1.0"?><p>x</p>',
  '<p style="font-weight:">x</p>',
  '<p style="display:none;display:block">x</p>',
  '<img src="data:text/html;base64,AAAA">',
  '<img src="data:image/svg+xml;base64,AAAA">',
  '<math><mtext><img src=x></mtext></math>',
  `<p>${'<b>'.repeat(500)}x`,
  '<figure><figcaption>x</figcaption></figure>',
  '<pre>a\nb\n\nc</pre>',
  '<a><a><a href=https://x.example>x</a></a></a>',
  'x'.repeat(50_000),
  `<p>${'<br>'.repeat(5000)}x</p>`,
  `<table><tr>${'<td>x</td>'.repeat(80)}</tr></table>`,
  `<ol>${'<li>x</li>'.repeat(1200)}</ol>`,
])('whatever is pasted can be stored: %#', (html) => {
  const { blocks } = blocksFromHtml(html);
  expectStorable(blocks);
  expect(JSON.stringify(blocks)).not.toMatch(/javascript:|alert|onerror/iu);
});

test('a deep or a large clipboard is read to its end', () => {
  const deep = '<div>'.repeat(10_000) + '底' + '</div>'.repeat(10_000);
  expect(blocksFromHtml(deep).blocks).toEqual([paragraph('底')]);
  const nested = '<table><tr><td>'.repeat(3000) + '底';
  expectStorable(blocksFromHtml(nested).blocks);
  const large = '<p>澄澜江的水今天很清。</p>'.repeat(200_000);
  expect(blocksFromHtml(large).blocks).toHaveLength(5000);
});

test('any soup of tags can be stored', () => {
  const piece = fc.constantFrom(
    ...[
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'th',
      'blockquote',
      'h2',
      'b',
      'a',
      'figure',
      'figcaption',
      'section',
    ].flatMap((name) => [`<${name}>`, `</${name}>`]),
    '<br>',
    '<hr>',
    '<img src="https://a.example/b.png">',
    '字',
    '　　段',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const { blocks } = blocksFromHtml(parts.join(''));
      expectStorable(blocks);
      const count = (text: string) => text.split('字').length;
      expect(count(JSON.stringify(blocks))).toBe(count(parts.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('plain text is a paragraph a line without its typed indents', () => {
  expect(blocksFromPlainText('　　一\r\n\r\n\u00a0 二\u2028三\n')).toEqual([
    paragraph('一'),
    paragraph('二'),
    paragraph('三'),
  ]);
  expectStorable(blocksFromPlainText('长'.repeat(45_000)));
  expect(blocksFromPlainText('a\n'.repeat(9000))).toHaveLength(5000);
});
