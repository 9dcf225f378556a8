import { expect, test } from 'vitest';
import { missingFields, type ReadPage } from '@/features/archive-import/read-page';
import { readPlainTextPage } from '@/features/archive-import/read-plain-text-page';
import { formatDateTime } from '@/lib/dates';

const story = [
  '　　江水绕城而过，两岸的灯一盏一盏亮起来，赶早市的人已经推着车上了桥。',
  '　　社区的老人说，这座桥修了三年，如今孩子上学不用再绕远路。',
  '　　“往后每周都来看一看。”负责巡查的青年说，笔记本上记着三十二处要修补的地方。',
];
const storyText = story.map((line) => line.trim());
const head = ['一座桥的三年', '2020-01-02 08:00 来源：澄江日报'];

function read(lines: string[], fileTitle = 'page'): ReadPage {
  const found = readPlainTextPage(lines.join('\n'), fileTitle);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join());
  return found.value;
}

const bodyOf = (page: ReadPage) =>
  page.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines));
const peopleOf = (page: ReadPage) => page.credits.map(({ role, name }) => `${role} ${name}`);
const leftOut = (page: ReadPage) => page.lines.flatMap(({ text, use }) => (use === 'leftOut' ? [text] : []));

test('a page with everything around its text is read whole', () => {
  const page = read([
    '一座桥的三年_民生_澄江网',
    '首页 新闻 民生 教育',
    '您现在的位置：首页 >> 民生 >> 正文',
    '三年接力 两岸相连',
    '一座桥的三年',
    '——写在澄江三桥通车之际',
    '发布时间：2020年1月2日 星期四 08:05 信息来源：澄江日报 字体：【大 中 小】 打印',
    '记者：顾南屿、叶小满',
    '分享到：',
    ...story,
    '(责编：汤一诗、丁小涛)',
    '（原标题：澄江三桥通车）',
    '扫一扫在手机打开当前页',
    '上一篇：早市',
    '城市观察',
    '【城市观察】一河两岸的早晨',
    '河边的人说起从前，总要先说那条渡船。',
    '关于我们 | 联系我们 | 网站地图',
    '主管单位：澄江市委宣传部',
    'Copyright © 2001-2020 澄江网 版权所有',
  ]);
  expect(page).toMatchObject({
    trail: ['首页', '民生'],
    kicker: '三年接力 两岸相连',
    headline: '一座桥的三年',
    subheadline: '写在澄江三桥通车之际',
    source: '澄江日报',
    originalHeadline: '澄江三桥通车',
    sideBar: { title: '城市观察', headline: '【城市观察】一河两岸的早晨' },
    copyrightNotice: 'Copyright © 2001-2020 澄江网 版权所有',
    doubts: [],
  });
  expect(formatDateTime(page.publishedAt!)).toBe('2020-01-02 08:05');
  expect(peopleOf(page)).toEqual([
    'reporter 顾南屿',
    'reporter 叶小满',
    'responsibleEditor 汤一诗',
    'responsibleEditor 丁小涛',
  ]);
  expect(bodyOf(page)).toEqual(storyText);
  expect(missingFields(page)).toEqual([]);
});

test('the parts of a meta line may stand on lines of their own, the editor above the text', () => {
  const page = read([
    '一座桥的三年',
    '来源：澄江日报',
    '作者：顾南屿',
    '责任编辑：叶小满',
    '2020-01-02 08:00:01',
    ...story,
  ]);
  expect(page).toMatchObject({ headline: '一座桥的三年', source: '澄江日报' });
  expect(peopleOf(page)).toEqual(['reporter 顾南屿', 'responsibleEditor 叶小满']);
  expect(bodyOf(page)).toEqual(storyText);
});

test('time, source and people may stand below the text', () => {
  const page = read([
    '一座桥的三年',
    ...story,
    '来源：澄江日报 2020-01-02 08:00',
    '作者：顾南屿',
    '编辑：叶小满',
  ]);
  expect(formatDateTime(page.publishedAt!)).toBe('2020-01-02 08:00');
  expect(page.source).toBe('澄江日报');
  expect(peopleOf(page)).toEqual(['reporter 顾南屿', 'editor 叶小满']);
  expect(bodyOf(page)).toEqual(storyText);
});

test('a sign-off that hangs on the last paragraph is taken off it', () => {
  const page = read([...head, ...story.slice(0, 2), `${story[2]}(责编：汤一诗)`]);
  expect(peopleOf(page)).toEqual(['responsibleEditor 汤一诗']);
  expect(bodyOf(page)).toEqual(storyText);
});

test('a meta line may stand above the headline, and a breadcrumb below it', () => {
  expect(read(['2020-01-02 08:00 来源：澄江日报', '一座桥的三年', ...story])).toMatchObject({
    headline: '一座桥的三年',
    source: '澄江日报',
  });
  expect(read(['一座桥的三年', '您当前的位置：澄江网 > 民生 > 正文', head[1]!, ...story])).toMatchObject({
    trail: ['澄江网', '民生'],
    headline: '一座桥的三年',
  });
});

test('what a reprint says of its original is no subheadline', () => {
  const page = read([
    head[0]!,
    '原标题：澄江三桥通车',
    head[1]!,
    ...story,
    '原文链接：https://example.cn/a/1.html',
  ]);
  expect(page).toMatchObject({
    headline: '一座桥的三年',
    subheadline: '',
    originalHeadline: '澄江三桥通车',
    originalUrl: 'https://example.cn/a/1.html',
  });
  expect(bodyOf(page)).toEqual(storyText);
});

test('a trail below the text does not turn the text into navigation', () => {
  const page = read([...head, ...story, '您当前的位置：澄江网 > 民生 > 正文']);
  expect(bodyOf(page).slice(0, 3)).toEqual(storyText);
});

test('a trail that ends with the headline, whole or cut short, ends with the section', () => {
  expect(read(['当前位置：澄江网 > 民生 > 一座桥的三年', ...head, ...story]).trail).toEqual([
    '澄江网',
    '民生',
  ]);
  expect(read(['当前位置：澄江网 > 民生 > 一座桥的...', ...head, ...story]).trail).toEqual([
    '澄江网',
    '民生',
  ]);
});

test('two lines above the meta line are kicker and headline, and a person is asked to look', () => {
  const page = read(['三年接力 两岸相连', ...head, ...story]);
  expect(page).toMatchObject({ kicker: '三年接力 两岸相连', headline: '一座桥的三年' });
  expect(page.doubts.join()).toContain('请核对标题');
});

test('a quotation can be a headline', () => {
  expect(read(['“桥修好了，我们回家。”', head[1]!, ...story]).headline).toBe('“桥修好了，我们回家。”');
});

test.for([
  ['他指着封底的“版权所有”四个字说，这是社区自己印的。'],
  ['声明：本书所得全部用于修桥。'],
  ['最新进展'],
  ['更多便民举措'],
  ['编辑：叶小满'],
  ['原标题是老编辑起的，没有人舍得改。'],
])('“%s” within a text stays, and so does what comes after it', ([line]) => {
  const page = read([...head, story[0]!, line!, ...story.slice(1), '编辑：顾南屿']);
  expect(bodyOf(page)).toEqual([storyText[0], line, ...storyText.slice(1)]);
  expect(leftOut(page)).toEqual([]);
});

test('what closes a notice belongs to it', () => {
  const closing = ['主办单位：澄江市文联', '联系电话：0571-88880000', '澄江市文联', '2020年1月2日'];
  expect(bodyOf(read([...head, ...story, ...closing, 'Copyright © 澄江网']))).toEqual([
    ...storyText,
    ...closing,
  ]);
});

test('an interview keeps its questions and answers to the last word', () => {
  const interview = ['记者：您修过几座桥？', '汪水清：三座。', '记者：谢谢您。'];
  const page = read([...head, story[0]!, ...interview, '编辑：']);
  expect(bodyOf(page)).toEqual([storyText[0], ...interview]);
  expect(peopleOf(page)).toEqual([]);
});

test('a headline repeated above the text is left out, a paragraph repeated within it is not', () => {
  expect(bodyOf(read([...head, head[0]!, story[0]!, story[1]!, story[0]!]))).toEqual([
    storyText[0],
    storyText[1],
    storyText[0],
  ]);
});

test('running text below a sign-off is not imported, and a person is asked to look', () => {
  const page = read([...head, ...story, '编辑：顾南屿', '热门推荐', '另一篇稿件的一段文字，不该混进来。']);
  expect(bodyOf(page)).toEqual(storyText);
  expect(page.doubts.join()).toContain('落款之后');
});

test('a body alone takes its headline from the file, also where it is one line that names its original', () => {
  const body = `原标题：一座桥的三年${storyText.join('').repeat(3)}`;
  const page = read([body], '河边的早市');
  expect(page.headline).toBe('河边的早市');
  expect(bodyOf(page)).toEqual([body]);
});

test('a short first line is the headline of a page without a meta line, a sentence is not', () => {
  expect(read(['一座桥的三年', ...story], '0001').headline).toBe('一座桥的三年');
  expect(read(['江水绕城而过。', ...story], '一座桥的三年').headline).toBe('一座桥的三年');
});

test('a poem keeps its lines, and its time below them is its time', () => {
  const page = read(['江边', '江水绕过城', '灯火照着桥', '有人推着车', '赶往早市去', '2020-01-02 08:00']);
  expect(page.headline).toBe('江边');
  expect(bodyOf(page)).toHaveLength(4);
  expect(formatDateTime(page.publishedAt!)).toBe('2020-01-02 08:00');
});

test('the dateline gives source and reporter where the meta line has none', () => {
  const page = read([
    '一座桥的三年',
    '2020-01-02 08:00',
    `澄京报讯（记者 陆一桥）${storyText[0]}`,
    story[1]!,
  ]);
  expect(page.source).toBe('澄京报');
  expect(peopleOf(page)).toEqual(['reporter 陆一桥']);
});

test('the identity of a page is its text, not its bytes', () => {
  const one = read([...head, ...story]);
  const same = readPlainTextPage(`\uFEFF${[...head, ...storyText].join('\r\n\r\n')}\r\n`, 'other');
  expect(same).toMatchObject({ ok: true, value: { identity: one.identity } });
  expect(read([...head, story[0]!, `${story[1]}!`]).identity).not.toBe(one.identity);
});

test('a page without a text is refused', () => {
  expect(readPlainTextPage(head.join('\n'), 'page')).toEqual({
    ok: false,
    problems: [{ field: 'body', message: '没有找到正文' }],
  });
});

/** A small generator with a fixed seed: the same pages in every run. */
function* shuffledPages(lines: string[], count: number): Generator<string[]> {
  let state = 7;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let page = 0; page < count; page += 1) {
    yield Array.from({ length: 1 + next(20) }, () => lines[next(lines.length)]!);
  }
}

test('of any page every line has exactly one use, and the body is the lines used for it, in order', () => {
  const pool = [
    ...head,
    ...story,
    '您当前的位置：澄江网 > 民生 > 正文',
    '——写在澄江三桥通车之际',
    '记者 顾南屿 通讯员 叶小满',
    '编辑：顾南屿',
    '最新进展',
    '一河清水',
    '城市观察',
    '相关阅读',
    '打印',
    '（原标题：澄江三桥通车）',
    'Copyright © 2001-2020 澄江网 版权所有',
    '2020年1月2日',
  ];
  let read = 0;
  for (const lines of shuffledPages(pool, 400)) {
    const page = readPlainTextPage(lines.join('\n'), '文件名');
    if (!page.ok) continue;
    read += 1;
    expect(page.value.lines.map(({ text }) => text)).toEqual(lines.map((line) => line.trim()));
    expect(bodyOf(page.value)).toEqual(
      page.value.lines.flatMap(({ text, use }) => (use === 'body' ? [text] : [])),
    );
  }
  expect(read).toBeGreaterThan(300);
});
