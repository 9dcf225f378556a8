import { expect, test } from 'vitest';
import { cleanDocument, UnfinishedDocumentError } from '@/server/document';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

const removed = [
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  '<script src="/_next/static/chunks/p.js" noModule=""></script>',
  '<script id="_R_">(globalThis["TURBOPACK"]=[]).push({"a":"</p>"})</script>',
  '<script>self.__next_f.push([1,"<p>text</p><!-- x --><\\/script>"])</script>',
  '<script type="module" src="https://elsewhere.example/enhance.js"></script>',
  '<script type="module" src="/enhance/../other.js"></script>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<link rel="modulepreload" href="/_next/static/chunks/a.js"/>',
  '<link rel="expect" href="#_R_" blocking="render"/>',
  '<!-- -->',
  '<!--$-->',
  '<!--/$-->',
  '<!--html-->',
  '<div hidden=""><!--$--><!--/$--></div>',
  '<div hidden=""></div>',
  '<meta name="page-server:valid-until" content="2026-05-01T00:00:00+08:00"/>',
];

const kept = [
  '<script type="module" async="" src="/enhance.js"></script>',
  '<link rel="modulepreload" href="/enhance.js"/>',
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
  '<link rel="preload" as="font" href="/f.woff2" crossorigin=""/>',
  '<link rel="alternate" type="application/rss+xml" href="/feed.xml"/>',
  '<meta name="description" content="“引号” &amp; &lt;script&gt; &#x27;"/>',
  '<p>一段话 &amp; &lt;b&gt; &#39; &nbsp;\u2028 🙂</p>',
  '<p title="a > b \'c\'">x</p>',
  '<img src="/media/a.webp" alt="&quot;" width="1" height="1"/>',
  '<details hidden="" data-enhanced=""><summary>设置</summary><p>字号</p></details>',
  '<div hidden="until-found">藏着的字</div>',
  '<svg viewBox="0 0 1 1"><path d="M0 0h1v1z"></path></svg>',
  '<textarea><!-- stays --></textarea>',
  '<table><tr><td>一<td>二</table>',
  '<template id="ours"><p>x</p></template>',
  '\n  文字 < 3 & 4\n',
];

test.each(removed)('%s is taken out', (piece) => {
  expect(cleanDocument(page(`<p>前</p>${piece}<p>后</p>`)).html).toBe(page('<p>前</p><p>后</p>'));
});

test.each(kept)('%s stays as it is written', (piece) => {
  expect(cleanDocument(page(`<p>前</p>${piece}<p>后</p>`)).html).toBe(page(`<p>前</p>${piece}<p>后</p>`));
});

test('whatever is mixed how, exactly the removable is missing afterwards', () => {
  let seed = 20_260_501;
  const below = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const pieces = (depth: number): { source: string; expected: string } => {
    let source = '';
    let expected = '';
    for (let count = below(7); count > 0; count -= 1) {
      const choice = below(3);
      if (choice === 0) source += removed[below(removed.length)];
      else if (choice === 1 || depth === 0) {
        const piece = kept[below(kept.length)];
        source += piece;
        expected += piece;
      } else {
        const name = ['div', 'section', 'ul', 'article'][below(4)];
        const inner = pieces(depth - 1);
        source += `<${name} class="x">${inner.source}</${name}>`;
        expected += `<${name} class="x">${inner.expected}</${name}>`;
      }
    }
    return { source, expected };
  };
  for (let round = 0; round < 2000; round += 1) {
    const { source, expected } = pieces(4);
    expect(cleanDocument(page(source)).html).toBe(page(expected));
  }
});

test('cleaning twice is cleaning once', () => {
  const once = cleanDocument(page(removed.join('<p>x</p>') + kept.join(''))).html;
  expect(cleanDocument(once).html).toBe(once);
});

test.each([
  ['awaited content', '<!--$?--><template id="B:0"></template><p>等</p><!--/$-->'],
  ['content that came late', '<main><div hidden id="S:0"><p>慢</p></div></main>'],
  ['a postponed part', '<template id="P:1"></template>'],
  ['failed content', '<!--$!--><template data-dgst="1150927312"></template><p>等</p><!--/$-->'],
  ['an unfinished script', '<script>self.__next_f.push('],
])('a page with %s is refused', (_, body) => {
  expect(() => cleanDocument(page(body))).toThrow(UnfinishedDocumentError);
});

test('a page that breaks off is refused', () => {
  const whole = page('<p>text</p>');
  for (const end of [whole.length - 1, whole.indexOf('</body>'), whole.indexOf('<p>') + 5, 0]) {
    expect(() => cleanDocument(whole.slice(0, end))).toThrow(UnfinishedDocumentError);
  }
});

test("the framework's shell for errors is refused", () => {
  const shell = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';
  expect(() => cleanDocument(shell)).toThrow(/shell/u);
});

test('what a page tells the page server is read and does not reach readers', () => {
  const head =
    '<meta name="page-server:valid-until" content="2026-05-02T00:00:00+08:00"/>' +
    '<meta name="page-server:last-modified" content="2026-05-01T09:15:00+08:00"/>';
  const cleaned = cleanDocument(page('<p>x</p>', head));
  expect(cleaned.validUntil).toEqual(new Date('2026-05-01T16:00:00Z'));
  expect(cleaned.lastModified).toEqual(new Date('2026-05-01T01:15:00Z'));
  expect(cleaned.html).not.toContain('page-server');
});

test('a note that is no instant is an error and not a page that is valid for ever', () => {
  const head = '<meta name="page-server:valid-until" content="tomorrow"/>';
  expect(() => cleanDocument(page('', head))).toThrow(/tomorrow/u);
});

test('a notice keeps no script, a page keeps the enhancement module', () => {
  const source = page('<script type="module" src="/enhance.js"></script><p>x</p>');
  expect(cleanDocument(source).html).toContain('/enhance.js');
  expect(cleanDocument(source, { isNotice: true }).html).not.toContain('<script');
});

test('data blocks of the body stand in the head, in their order, and nowhere else', () => {
  const data = (text: string) => `<script type="application/ld+json">{"a":"${text}"}</script>`;
  const source = `<!DOCTYPE html><html><head><title>x</title></head><body><main>${data('1')}<p>正文</p>${data('2')}</main></body></html>`;
  expect(cleanDocument(source).html).toBe(
    `<!DOCTYPE html><html><head><title>x</title>${data('1')}${data('2')}</head><body><main><p>正文</p></main></body></html>`,
  );
});

test('what messengers look for stands in the head, spelled as in the standard', () => {
  const source =
    '<!DOCTYPE html><html><head><title>x</title></head><body><meta itemProp="name" content="桥"/><p>正文</p></body></html>';
  expect(cleanDocument(source).html).toBe(
    '<!DOCTYPE html><html><head><title>x</title><meta itemprop="name" content="桥"/></head><body><p>正文</p></body></html>',
  );
});
