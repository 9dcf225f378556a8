import { expect, test } from 'vitest';
import { readPage } from '@/features/archive-import/read-page-bytes';
import { formatWithOffset } from '@/lib/dates';
import type { ReadPage } from '@/features/archive-import/read-page';

const links = Array.from(
  { length: 12 },
  (_, index) => `<li><a href="/${index}">别处的消息第${index}条今日发布</a></li>`,
);
const prose = [
  '清晨六点，澄江边的早市已经开张。卖菜的、卖鱼的、卖早点的，沿着江堤排成一列，吆喝声此起彼伏。',
  '“今年的菜薹比去年甜。”摊主一边称菜，一边向老顾客介绍，江水退得早，菜地也就种得早。',
  '街道办事处介绍，早市每天十点收摊，环卫工人随后清扫，江堤在上班前就恢复了平日的样子。',
];
const page = ({
  head = '',
  top = '<div class="crumb">当前位置：<a href="/">澄江网</a> &gt; <a href="/m">民生</a> &gt; 正文</div>',
  meta = '<div class="info"><span>2021年03月05日 08:15</span><span>来源：澄江日报</span><span>作者：顾南屿</span></div>',
  body = prose.map((text) => `<p>　　${text}</p>`).join(''),
  end = '<p>（责任编辑：庄书白）</p>',
} = {}) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>江堤早市又开张_民生_澄江网</title>${head}</head>
<body><ul class="nav">${links.join('')}</ul>${top}<h1>江堤早市又开张</h1>${meta}
<div class="article-content">${body}${end}</div>
<div class="related"><h3>相关新闻</h3><ul>${links.join('')}</ul></div>
<div class="footer">版权声明：未经授权不得转载。Copyright © 澄江网 版权所有</div><script>alert('坏')</script></body></html>`;

function read(html: string | Uint8Array, fileName = 'c_1.html'): ReadPage {
  const outcome = readPage(typeof html === 'string' ? new TextEncoder().encode(html) : html, { fileName });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
const texts = ({ blocks }: ReadPage) =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines));

test('a page gives headline, trail, time, source, people and its text without anything around it', () => {
  const found = read(page());
  expect(found.headline).toBe('江堤早市又开张');
  expect(found.trail).toEqual(['澄江网', '民生']);
  expect(formatWithOffset(found.publishedAt!)).toBe('2021-03-05T08:15:00+08:00');
  expect(found.source).toBe('澄江日报');
  expect(found.credits).toEqual([
    { role: 'reporter', name: '顾南屿' },
    { role: 'responsibleEditor', name: '庄书白' },
  ]);
  expect(texts(found)).toEqual(prose);
});

test('a text that is parted by line breaks instead of paragraphs has the same paragraphs', () => {
  expect(texts(read(page({ body: prose.map((text) => `&nbsp;&nbsp;${text}<br><br>`).join('') })))).toEqual(
    prose,
  );
});

test('a paragraph that the text repeats stays twice', () => {
  const body = [prose[0]!, prose[1]!, prose[0]!];
  expect(texts(read(page({ body: body.map((text) => `<p>${text}</p>`).join('') })))).toEqual(body);
});

test('what the head says for machines fills what the page does not show', () => {
  const found = read(
    page({
      meta: '',
      head: `<link rel="canonical" href="https://news.example.com/a/1.html#top"><meta property="article:published_time" content="2021-03-05T00:15:00Z"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"江堤早市又开张","author":[{"@type":"Person","name":"顾南屿"}]}]}</script>`,
    }),
  );
  expect(found.address).toBe('https://news.example.com/a/1.html');
  expect(formatWithOffset(found.publishedAt!)).toBe('2021-03-05T08:15:00+08:00');
  expect(found.credits[0]).toEqual({ role: 'reporter', name: '顾南屿' });
});

test('a trail whose arrows are drawn by the style sheet is read from its links', () => {
  const top =
    '<ul class="breadcrumb"><li><a href="/">首页</a></li><li><a href="/n">要闻</a></li><li><a href="/j">江城</a></li></ul>';
  expect(read(page({ top })).trail).toEqual(['首页', '要闻', '江城']);
});

test('kicker and subheadline stand beside the headline and not in the text', () => {
  const found = read(
    page({
      meta: '<h2>——江边十二年的一个清晨</h2><p class="info">2021-03-05 08:15 来源：澄江日报</p>',
      top: '<p class="yinti">市井新风</p>',
    }),
  );
  expect([found.kicker, found.headline, found.subheadline]).toEqual([
    '市井新风',
    '江堤早市又开张',
    '江边十二年的一个清晨',
  ]);
  expect(texts(found)).toEqual(prose);
});

test('a caption goes with its picture, its address made whole, and is no paragraph', () => {
  const found = read(
    page({
      head: '<link rel="canonical" href="https://news.example.com/a/1.html">',
      body: `<p>${prose[0]}</p><p align="center"><img src="../p/1.jpg" alt=""></p><p align="center">早市上的鱼摊。澄江日报记者 顾南屿 摄</p><p>${prose[1]}</p>`,
    }),
  );
  expect(texts(found)).toEqual(prose.slice(0, 2));
  expect(found.pictures).toEqual([
    {
      address: 'https://news.example.com/p/1.jpg',
      asWritten: '../p/1.jpg',
      caption: '早市上的鱼摊。澄江日报记者 顾南屿 摄',
      credit: expect.stringContaining('顾南屿') as string,
      beforeBlock: 1,
    },
  ]);
  expect(found.credits.some(({ role, name }) => role === 'photographer' && name !== '顾南屿')).toBe(false);
});

test('names in brackets behind the last sentence are who wrote, and stay in the text', () => {
  const last = `${prose[2]}（顾南屿 叶小满）`;
  const found = read(page({ meta: '<p>2021-03-05 08:15</p>', body: `<p>${prose[0]}</p><p>${last}</p>` }));
  expect(found.credits.filter(({ role }) => role === 'reporter').map(({ name }) => name)).toEqual([
    '顾南屿',
    '叶小满',
  ]);
  expect(texts(found).at(-1)).toBe(last);
});

/** The few characters of the page above in GBK or Big5 by looking every pair of bytes up in the decoder's table. */
function encode(text: string, encoding: 'gbk' | 'big5'): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\uFFFD' && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.codePointAt(0)!] : (table.get(sign) ?? [63]))),
  );
}

test('a page in GBK that declares UTF-8 is read as what it is, and says so', () => {
  const found = read(encode(page(), 'gbk'));
  expect(found.headline).toBe('江堤早市又开张');
  expect(texts(found)).toEqual(prose);
  expect(found.doubts.join()).toContain('声明的编码是 utf-8');
});

test('a page in UTF-8 that declares GB2312 is read as UTF-8', () => {
  expect(texts(read(page().replace('charset="utf-8"', 'charset="gb2312"')))).toEqual(prose);
});

test('a page in Big5 is told from GBK without a declaration', () => {
  const lines = [
    '清晨六點，江邊的早市已經開張，賣魚的與賣菜的沿著江堤排成一列，來往的人不少。',
    '市民說，這裡的魚比別處新鮮，價錢也好。',
  ];
  const html = `<html><head><title>江邊早市開張</title></head><body><h1>江邊早市開張</h1><div>${lines.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;
  expect(texts(read(encode(html, 'big5')))).toEqual(lines);
});

test('UTF-16 with its mark is read', () => {
  const text = `\uFEFF${page()}`;
  const bytes = new Uint8Array(new Uint16Array([...text].map((sign) => sign.codePointAt(0)!)).buffer);
  expect(texts(read(bytes))).toEqual(prose);
});

test('comments that are longer than the article are none of it', () => {
  const comment = '<p>读者甲：我每天早上都去江边买菜，那里的菜又新鲜又便宜，希望一直办下去。</p>'.repeat(10);
  const found = read(
    page().replace(
      '<div class="related">',
      `<div class="comment-list">${comment}</div><div class="related">`,
    ),
  );
  expect(texts(found)).toEqual(prose);
});

test('a page whose title is the name of its site has the line above its time as headline', () => {
  const html = page({ meta: '<p>2004-5-8 9:03 澄江日报 顾南屿</p>' })
    .replace(/<title>.*?<\/title>/u, '<title>澄江网</title>')
    .replace('<h1>江堤早市又开张</h1>', '<p align="center"><b>江堤早市又开张</b></p>');
  const found = read(html);
  expect(found.headline).toBe('江堤早市又开张');
  expect(found.source).toBe('澄江日报');
  expect(found.credits).toContainEqual({ role: 'reporter', name: '顾南屿' });
  expect(found.doubts.join()).toContain('请核对标题');
});

test('notices of the site’s rights below the last paragraph are left out, in the same box too', () => {
  const end =
    '<p>凡本网注明“来源：澄江网”的作品，未经授权不得转载、摘编。违反上述声明者，将追究责任。</p><p>相关链接：</p><p><a href="/1">别处的消息</a></p>';
  expect(texts(read(page({ end })))).toEqual(prose);
});

test('a page of pictures alone keeps what stands below them as its text', () => {
  const line = '3月4日，市民在澄江边的早市选购蔬菜。澄江日报记者 顾南屿 摄';
  const found = read(page({ body: `<p align="center"><img src="1.jpg"></p><p>　　${line}</p>` }));
  expect(texts(found)).toEqual([line]);
});
