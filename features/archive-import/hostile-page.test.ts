import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '@/features/archive-import/read-page-bytes';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const reasonOf = (bytes: Uint8Array, fileName = 'a.html') => {
  const read = readPage(bytes, { fileName });
  return read.ok ? '' : read.problems.map(({ message }) => message).join();
};
const text = '江边的早市开张了，卖鱼的与卖菜的沿着江堤排成一列，来往的人不少。';
const html = (body: string) =>
  `<html><head><title>江堤早市又开张</title></head><body><h1>江堤早市又开张</h1><div>${body}</div></body></html>`;

test('a hundred thousand nested boxes are refused with a reason', () => {
  expect(reasonOf(bytesOf(html('<div>'.repeat(100_000) + text)))).toContain('标签嵌套');
});

test('a page with more elements than any article is refused with a reason', () => {
  expect(reasonOf(bytesOf(html(`<p>${text}</p>${'<p></p>'.repeat(310_000)}`)))).toContain('标签超过');
});

test('a page of a hundred megabytes is refused before it is decoded', () => {
  expect(reasonOf(new Uint8Array(100 * 1024 * 1024))).toContain('超过 5 MB');
});

test('bytes of a picture under the name of a page are refused as no text', () => {
  expect(reasonOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256))).toContain(
    '不是文本文件',
  );
});

test('null bytes and lone surrogates do not reach the text', () => {
  const read = readPage(bytesOf(html(`<p>\u0000${text}&#xD800;&#0;</p><p>${text}</p>`)), {
    fileName: 'a.html',
  });
  const whole = JSON.stringify(read);
  expect(read.ok).toBe(true);
  expect(whole).not.toMatch(/\\u0000|\\ud800/iu);
  expect(whole.isWellFormed()).toBe(true);
});

test.for(['0000-01-01 08:00', '9999-12-31 23:59', '2021-13-40 08:00', '0年0月0日'])(
  'the time %s, which no newsroom has, is not taken',
  (time) => {
    const read = readPage(bytesOf(html(`<p>${time} 来源：澄江日报</p><p>${text}</p><p>${text}</p>`)), {
      fileName: 'a.html',
    });
    expect(read.ok && read.value.publishedAt).toBeUndefined();
  },
);

test('program text in a script, a style and a comment never becomes text', () => {
  const read = readPage(
    bytesOf(html(`<script>坏事一</script><style>坏事二</style><!--坏事三--><p onclick="坏事四">${text}</p>`)),
    { fileName: 'a.html' },
  );
  expect(read.ok).toBe(true);
  expect(JSON.stringify(read)).not.toContain('坏事');
});

const piece = fc.oneof(
  fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<a href="x">',
    '</a>',
    '<br>',
    '<table><tr><td>',
    '<script>',
    '</script>',
    '<h1>',
    '</h1>',
    '<title>',
    '<img src="a.jpg">',
    '<meta charset=gbk>',
    '<!--',
    '-->',
    text,
    '来源：',
    '2021-03-05 08:15',
    '责编：',
    '\u0000',
    '&#xD800;',
    '当前位置：',
    '相关新闻',
    '（',
    '）',
  ),
  fc.string({ unit: 'binary' }),
);

test('no arrangement of markup and words throws', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { ok } = readPage(bytesOf(pieces.join('')), { fileName: 'a.html' });
      expect(typeof ok).toBe('boolean');
    }),
  );
});

test('no bytes throw, as a page or as text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(typeof readPage(bytes, { fileName: 'a.htm' }).ok).toBe('boolean');
      expect(typeof readPage(bytes, { fileName: '江边.txt' }).ok).toBe('boolean');
    }),
  );
});
