import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { joinTables } from '@/features/archive-import/records/join-tables';
import {
  loadPreset,
  type Mapping,
  presetNames,
  readMapping,
} from '@/features/archive-import/records/mapping';
import {
  type ReadRow,
  readRows,
  type RecordFormat,
  type Row,
} from '@/features/archive-import/records/read-rows';
import { toReadPage } from '@/features/archive-import/records/to-read-page';
import { wxrMapping } from '@/features/archive-import/records/wxr-mapping';
import type { ImportedRecord } from '@/features/archive-import/read-page';
import { formatWithOffset } from '@/lib/dates';

const generic = await loadPreset('generic');

async function collect(rows: AsyncIterable<ReadRow>): Promise<ReadRow[]> {
  const found: ReadRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function rowsOf(content: string | Buffer, format: RecordFormat): Promise<ReadRow[]> {
  return collect(readRows(Readable.from([Buffer.from(content)]), format));
}

function read(row: Row, mapping: Mapping = generic): ImportedRecord {
  const record = toReadPage(row, mapping);
  if (!record.ok) throw new Error(record.problems[0]!.message);
  return record.value;
}

const texts = ({ page }: ImportedRecord) =>
  page.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines));

test('a table of Chinese Windows is read with its own names of columns', async () => {
  // 标题,正文 / 桥通了,桥上又走人了。
  const gbk = Buffer.from('b1eacce22cd5fdcec40ac7c5cda8c1cb2cc7c5c9cfd3d6d7dfc8cbc1cba1a30a', 'hex');
  const [row] = await rowsOf(gbk, 'csv');
  const record = read((row as { value: Row }).value);
  expect(record.page.headline).toBe('桥通了');
  expect(texts(record)).toEqual(['桥上又走人了。']);
});

test('quotes, line ends in fields and a byte order mark belong to no text; tabs and semicolons part as well', async () => {
  expect(await rowsOf('\uFEFFtitle,body\r\n"桥, 通了","第一段。\r\n第二段。"\r\n', 'csv')).toEqual([
    { row: 1, value: { title: '桥, 通了', body: '第一段。\r\n第二段。' } },
  ]);
  expect(await rowsOf('title\tbody\n桥\t通了。\n', 'csv')).toEqual([
    { row: 1, value: { title: '桥', body: '通了。' } },
  ]);
  expect(await rowsOf('title;body\n桥;通了。\n', 'csv')).toEqual([
    { row: 1, value: { title: '桥', body: '通了。' } },
  ]);
});

test.for([
  ['jsonl', '{"a":1}\nnonsense {]\n{"a":2}\n'],
  ['json', '[{"a":1},{"a":,},{"a":2}]'],
] as const)('a bad record of %s is told with its number and stops no other', async ([format, content]) => {
  const rows = await rowsOf(content, format);
  expect(rows.filter((row) => 'value' in row).map((row) => (row as { value: Row }).value)).toEqual([
    { a: 1 },
    { a: 2 },
  ]);
  expect(rows.some((row) => 'problem' in row && row.problem.includes('JSON'))).toBe(true);
});

test('a quote that never closes ends in a problem, not in memory', async () => {
  const rows = await rowsOf(`title,body\n"桥,${'x'.repeat(6_000_000)}`, 'csv').catch((error: Error) => [
    { row: 0, problem: error.message },
  ]);
  expect(rows.every((row) => 'problem' in row)).toBe(true);
  expect(rows.length).toBeGreaterThan(0);
});

test('nesting without end and an empty file are refused in a sentence', async () => {
  await expect(rowsOf('['.repeat(100_000), 'json')).rejects.toThrow('嵌套太深');
  await expect(rowsOf('', 'csv')).rejects.toThrow('文件是空的');
});

test('a record tells everything that an article has', () => {
  const { page, tags, addresses, status } = read({
    id: 7,
    title: '三桥<b>通车</b>',
    引题: '历时三年',
    subtitle: '全长两公里',
    content:
      '<p>　　桥上又走人了。</p><h3>两岸</h3><p>两岸都来了人。</p><p><img src="/u/1.jpg" alt="桥上的人群与灯"></p>',
    date: '2018-07-01 09:15:00',
    source: '澄江日报',
    author: '顾南屿、叶小满',
    editor: '庄书白',
    keywords: '三桥，交通 民生',
    category: '新闻/城镇',
    url: 'http://old.example.cn/system/2018/07/01/021.shtml',
    status: 'published',
  });
  expect(page).toMatchObject({
    headline: '三桥通车',
    kicker: '历时三年',
    subheadline: '全长两公里',
    source: '澄江日报',
    trail: ['新闻', '城镇'],
    credits: [
      { role: 'reporter', name: '顾南屿' },
      { role: 'reporter', name: '叶小满' },
      { role: 'editor', name: '庄书白' },
    ],
    blocks: [
      { type: 'paragraph', text: '桥上又走人了。' },
      { type: 'subhead', lines: ['两岸'] },
      { type: 'paragraph', text: '两岸都来了人。' },
    ],
    pictures: [{ asWritten: '/u/1.jpg' }],
    identity: 'record:generic:7',
  });
  expect(formatWithOffset(page.publishedAt!)).toBe('2018-07-01T09:15:00+08:00');
  expect(tags).toEqual(['三桥', '交通', '民生']);
  expect(addresses).toEqual(['http://old.example.cn/system/2018/07/01/021.shtml']);
  expect(status).toBe('published');
});

test.for([
  ['1530407700', '2018-07-01T09:15:00+08:00'],
  ['1530407700000', '2018-07-01T09:15:00+08:00'],
  ['2018-07-01T01:15:00Z', '2018-07-01T09:15:00+08:00'],
  ['2018年7月1日 9:15', '2018-07-01T09:15:00+08:00'],
  ['20180701091500', '2018-07-01T09:15:00+08:00'],
  ['43282', '2018-07-01T00:00:00+08:00'],
  ['0000-00-00 00:00:00', undefined],
  ['9999-12-31', undefined],
  ['0001-01-01', undefined],
  ['昨天', undefined],
] as const)('%s is the time %s', ([date, expected]) => {
  const { page } = read({ title: '桥', body: '通了。', date });
  expect(page.publishedAt && formatWithOffset(page.publishedAt)).toBe(expected);
  if (expected === undefined) expect(page.doubts.join()).toContain('读不懂');
});

test('who wrote may stand in the text alone', () => {
  const { page } = read({
    title: '桥',
    body: '<p>桥上又走人了。</p><p>（记者 顾南屿）</p><p>责任编辑：庄书白</p>',
  });
  expect(page.credits).toEqual([
    { role: 'reporter', name: '顾南屿' },
    { role: 'responsibleEditor', name: '庄书白' },
  ]);
  expect(page.blocks).toEqual([{ type: 'paragraph', text: '桥上又走人了。' }]);
});

test.for([
  [{ title: '', body: '字。' }, '没有找到标题'],
  [{ title: '桥', body: '<script>alert(1)</script>' }, '没有找到正文'],
  [{ title: '桥', body: '字。', status: 'trash' }, '已删除'],
  [{ ['__proto__']: { title: 'x' } }, '没有找到标题'],
] as [Row, string][])('%j is refused: %s', ([row, reason]) => {
  const record = toReadPage(row, generic);
  expect(record.ok ? '' : record.problems[0]!.message).toContain(reason);
});

test('no field carries markup, control characters or half characters', () => {
  const hostile = '<script>alert(1)</script>\u0000\u0007\uD800';
  const { page } = read({
    title: `桥${hostile}`,
    body: `${hostile}桥上又走人了。`,
    author: hostile,
    source: hostile,
  });
  const whole = JSON.stringify(page);
  expect(whole).not.toContain('<script>');
  expect(page.headline.isWellFormed()).toBe(true);
  expect(/\p{Cc}/u.test(page.headline + texts({ page } as ImportedRecord).join(''))).toBe(false);
});

test('a post of WordPress comes with its sections, tags and caption; pages and the bin do not come', async () => {
  const item = (type: string, status: string, title: string) => `<item><title>${title}</title>
    <link>http://old.example.cn/archives/12</link><dc:creator><![CDATA[顾南屿]]></dc:creator>
    <content:encoded><![CDATA[<!-- wp:paragraph --><p>桥上又走人了，两岸的人都来看灯，孩子坐在肩上。</p><!-- /wp:paragraph -->
    [caption id="a"]<img src="http://old.example.cn/1.jpg" /> 夜里的三桥 顾南屿 摄[/caption]]]></content:encoded>
    <wp:post_id>12</wp:post_id><wp:post_date>2018-07-01 09:15:00</wp:post_date><wp:status>${status}</wp:status>
    <wp:post_type>${type}</wp:post_type><category domain="category"><![CDATA[新闻]]></category>
    <category domain="post_tag"><![CDATA[三桥]]></category></item>`;
  const rows = await rowsOf(
    `<?xml version="1.0"?><rss><channel>${item('post', 'publish', '桥通了 &amp; 亮了')}${item('page', 'publish', '关于')}${item('post', 'trash', '旧')}</channel></rss>`,
    'wxr',
  );
  expect(rows.map(({ row }) => row)).toEqual([1, 3]);
  const record = read((rows[0] as { value: Row }).value, wxrMapping);
  expect(record.page).toMatchObject({
    headline: '桥通了 & 亮了',
    trail: ['新闻'],
    identity: 'record:wordpress:12',
  });
  expect(texts(record)).toEqual(['桥上又走人了，两岸的人都来看灯，孩子坐在肩上。']);
  expect(record.page.pictures).toMatchObject([
    { address: 'http://old.example.cn/1.jpg', caption: expect.stringContaining('三桥') as string },
  ]);
  expect([record.tags, record.addresses]).toEqual([
    ['三桥'],
    ['http://old.example.cn/archives/12', '/?p=12'],
  ]);
  expect(toReadPage((rows[1] as { value: Row }).value, wxrMapping).ok).toBe(false);
});

test('an entity that explodes stays what it is', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;
  const rows = await rowsOf(bomb, 'wxr');
  expect(JSON.stringify(rows).length).toBeLessThan(500);
});

test.for(presetNames)('the preset %s is a mapping', async (name) => {
  expect((await loadPreset(name)).fields.headline).toBeDefined();
});

test.for([
  ['{', 'JSON'],
  ['{"name":"x","fields":{"headline":"t"}}', 'headline、body'],
  ['{"name":"X","fields":{"headline":"t","body":"b"}}', 'name'],
  ['{"name":"x","fields":{"headline":"t","body":"b","colour":"c"}}', 'fields'],
] as const)('the mapping %s is refused with the key that is wrong', ([text, words]) => {
  const mapping = readMapping(text);
  expect(mapping.ok ? '' : mapping.problems.map(({ message }) => message).join()).toContain(words);
});

const table = (name: string, content: string) => ({
  name,
  open: async () => Readable.from([Buffer.from(content)]),
});
const dede = [
  table(
    'dede_archives.csv',
    'id,typeid,title,writer,source,pubdate,arcrank\n3,2,桥通了,顾南屿,澄江日报,1530407700,0\n5,2,没有正文,,,1530407700,0\n9,2,待审,,,1530407700,-1\n',
  ),
  table(
    'dede_addonarticle.csv',
    'aid,typeid,body\n1,2,<p>别的。</p>\n3,2,<p>桥上又走人了。</p>\n9,2,<p>字。</p>\n',
  ),
  table(
    'dede_arctype.csv',
    'id,reid,typename,typedir\n1,0,新闻,{cmspath}/news\n2,1,城镇,{cmspath}/news/town\n',
  ),
];

test('three tables of DedeCMS become articles with their sections and old addresses', async () => {
  const mapping = await loadPreset('dedecms');
  const rows = await collect(joinTables(dede, mapping));
  const [first, second, third] = rows;
  const record = read((first as { value: Row }).value, mapping);
  expect(record.page).toMatchObject({ headline: '桥通了', trail: ['新闻', '城镇'], source: '澄江日报' });
  expect(texts(record)).toEqual(['桥上又走人了。']);
  expect(record.addresses).toEqual(['/news/town/2018/0701/3.html', '/plus/view.php?aid=3']);
  expect(second).toEqual({ row: 2, problem: expect.stringContaining('正文表里没有编号 5') as string });
  expect(read((third as { value: Row }).value, mapping).status).toBe('draft');
});

test('a table that is missing or out of order is told', async () => {
  const mapping = await loadPreset('dedecms');
  await expect(collect(joinTables(dede.slice(1), mapping))).rejects.toThrow('没有找到稿件表');
  await expect(collect(joinTables(dede.slice(0, 2), mapping))).rejects.toThrow('arctype');
  const turned = table('dede_archives.csv', 'id,typeid,title\n9,2,甲\n3,2,乙\n');
  const rows = await collect(joinTables([turned, ...dede.slice(1)], mapping));
  expect(rows[1]).toEqual({ row: 2, problem: expect.stringContaining('没有按编号') as string });
});
