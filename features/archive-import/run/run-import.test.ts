import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { importDone, importedPictures, importItems, importRuns } from '@/db/schema/imports';
import { redirects } from '@/db/schema/site';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { importSources } from '@/features/archive-import/testing/import-page-file';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { useFreshMedia } from '@/features/media/testing/library';
import { bodyLines } from '@/lib/article-body';

useFreshDatabase();
useFreshMedia();

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-run-'));
  await tx((q) => ensureFoundation(q));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

type Page = { headline?: string; body?: string; head?: string; time?: string };

function page({ headline = '三桥通车', body, head = '', time = '2018-07-01 09:15' }: Page = {}): string {
  const text =
    body ??
    '<p>桥上又走人了，两岸的人都来看灯，孩子坐在大人的肩上。</p><p>第二天一早，头一班公交开过了桥。</p>';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline}-澄江网</title>${head}</head><body>
    <div class="path">您当前的位置：<a href="/">澄江网</a> &gt; <a href="/t/">城镇</a> &gt; 正文</div>
    <h1>${headline}</h1><div class="info">${time}　来源：澄江日报　记者 顾南屿</div><div id="content">${text}</div></body></html>`;
}

const canonical = (address: string) => `<link rel="canonical" href="${address}">`;
const standing = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'https://x.example.cn');
  return resolveAddress(decodeURIComponent(pathname), searchParams);
};

test('old addresses lead to their articles in one hop, by what pages, mirrors and tables say', async () => {
  file('in/a.html', page({ head: canonical('http://old.example.cn/system/2018/07/01/021.shtml') }));
  file('in/www.old.cn/view.php?aid=3', page({ headline: '两岸的灯亮了' }));
  file('in/c.html', page({ headline: '头一班公交' }));
  file('in/manifest.csv', 'file,url\nc.html,http://old.example.cn/桥/3.html\n');
  const results = await importSources([path.join(folder, 'in')]);
  const idOf = (headline: string) =>
    results.flatMap((one) =>
      one.outcome !== 'refused' && one.prepared.article.headline === headline ? [one.articleId] : [],
    )[0];
  expect(await standing('/system/2018/07/01/021.shtml')).toMatchObject({
    kind: 'moved',
    to: `/article/${idOf('三桥通车')}`,
  });
  expect(await standing('/view.php?aid=3')).toMatchObject({
    kind: 'moved',
    to: `/article/${idOf('两岸的灯亮了')}`,
  });
  expect(await standing('/view.php?aid=4')).toMatchObject({ kind: 'missing' });
  expect(await standing('/桥/3.html')).toMatchObject({ kind: 'moved', to: `/article/${idOf('头一班公交')}` });
});

test('no old address takes the place of one of ours', async () => {
  const seen = ['/article/1', '/desk/2018.html', '/search?q=1', '/sitemaps/1.xml'];
  for (const [index, address] of seen.entries())
    file(
      `in/${index}.html`,
      page({
        headline: `第${'一二三四'[index]!}座桥通车`,
        head: canonical(`http://old.example.cn${address}`),
      }),
    );
  await importSources([path.join(folder, 'in')]);
  expect(await reader().select().from(redirects)).toEqual([]);
  expect(await standing('/article/1')).toMatchObject({ kind: 'live' });
});

test('a second import of the same files adds nothing, also under other names', async () => {
  const target = file('in/a.html', page());
  await importSources([path.join(folder, 'in')]);
  const again = await importSources([path.join(folder, 'in'), file('other.html', page()), target]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known']);
  expect(await reader().$count(articles)).toBe(1);
});

test('two stories under one address: the second is refused instead of lost in silence', async () => {
  const head = canonical('http://old.example.cn/1.html');
  file('in/a.html', page({ head }));
  file('in/b.html', page({ head, headline: '完全是另一条消息' }));
  const results = await importSources([path.join(folder, 'in')]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['added', 'refused']);
  expect(results[1]).toMatchObject({ reason: expect.stringContaining('三桥通车') as string });
});

test('a template that calls every page by the front page makes no two pages one', async () => {
  const head = canonical('http://old.example.cn/');
  file('in/a.html', page({ head }));
  file('in/b.html', page({ head, headline: '完全是另一条消息' }));
  expect((await importSources([path.join(folder, 'in')])).map(({ outcome }) => outcome)).toEqual([
    'added',
    'added',
  ]);
});

test('parts of an article become one, with the people of the last page', async () => {
  const second = page({
    body: '<p>第二页讲的是怎样造桥，工人们在水里打下了四十根桩。</p><p>责任编辑：庄书白</p>',
  });
  file('in/t1.html', page());
  file('in/t1_2.html', second);
  file('in/t1_3.html', page({ headline: '一条不相干的消息' }));
  const results = await importSources([path.join(folder, 'in')]);
  expect(results.map(({ place, outcome }) => [path.basename(place), outcome])).toEqual([
    ['t1.html', 'added'],
    ['t1_3.html', 'added'],
  ]);
  const [first] = results as { articleId: number }[];
  const article = (await findPublishedArticle(first!.articleId))!;
  expect(bodyLines(article.body).map((line) => line.slice(0, 4))).toEqual([
    '桥上又走',
    '第二天一',
    '第二页讲',
  ]);
  expect(article.credits.map(({ role, name }) => `${role} ${name}`)).toContain('responsibleEditor 庄书白');
});

test('a picture beside the page comes along, one elsewhere is noted', async () => {
  const drawn = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a5281b' } })
    .jpeg()
    .toBuffer();
  file('in/a_files/bridge.jpg', drawn);
  const body = `<p>桥上又走人了，两岸的人都来看灯，孩子坐在大人的肩上。</p><p><img src="a_files/bridge.jpg" width="600"></p><p class="caption">夜里的三桥。顾南屿 摄</p><p><img src="http://img.example.cn/2.jpg" width="600"></p><p>第二天一早，头一班公交开过了桥，车上坐满了人。</p>`;
  file('in/a.html', page({ body }));
  const [result] = (await importSources([path.join(folder, 'in')])) as { articleId: number }[];
  const article = (await findPublishedArticle(result!.articleId))!;
  const images = article.body.content.filter(({ type }) => type === 'image');
  expect(images).toHaveLength(1);
  expect(images[0]).toMatchObject({ attrs: { caption: '夜里的三桥。顾南屿 摄' } });
  expect(await reader().select({ picture: importedPictures.picture }).from(importedPictures)).toMatchObject([
    { picture: { address: 'http://img.example.cn/2.jpg' } },
  ]);
});

test('what was read with doubts waits as a draft with its page beside it; the rest is live', async () => {
  file('in/good.html', page());
  file(
    'in/list.html',
    page({ headline: '一页没有句子的栏目', time: '', body: `<p>${'澄江网城镇频道栏目'.repeat(30)}</p>` }),
  );
  const results = await importSources([path.join(folder, 'in')]);
  expect(results.map((one) => one.outcome !== 'refused' && one.isLive)).toEqual([true, false]);
  const [item] = await reader().select().from(importItems);
  expect(item).toMatchObject({ state: 'doubtful', place: expect.stringContaining('list.html') as string });
  expect(item!.lines.some(({ use }) => use === 'body')).toBe(true);
});

test('when the newsroom says so, what is doubtful is live at once', async () => {
  const doubtful = page({
    headline: '一页没有句子的栏目',
    body: `<p>${'澄江网城镇频道栏目'.repeat(30)}</p>`,
  });
  const target = file('list.html', doubtful);
  const [waits] = await importSources([target]);
  expect(waits).toMatchObject({ isLive: false });
  const other = file('other.html', doubtful.replaceAll('一页', '又一页'));
  const [live] = await importSources([other], { publishDoubtful: true });
  expect(live).toMatchObject({ isLive: true });
});

test('one article that cannot be stored takes no other with it', async () => {
  const rows = [
    { id: 1, title: '甲桥通车', body: '桥上又走人了。', date: '2018-07-01' },
    { id: 2, title: '乙桥通车', body: '长'.repeat(30_000), date: '2018-07-01' },
    { id: 3, title: '丙桥通车', body: '桥上又走人了。', date: '2018-07-01' },
  ];
  const target = file('a.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  const results = await importSources([target]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'added']);
  const [run] = await reader().select().from(importRuns);
  expect(run!.counts).toMatchObject({ read: 3, added: 2, refused: 1 });
  expect(run!.endedAt).not.toBeNull();
  expect(await reader().select().from(importDone)).toEqual([]);
});

test('a file that is tried again is told once', async () => {
  const bad = file('in/empty.html', '');
  await importSources([bad]);
  await importSources([bad]);
  expect(await reader().$count(importItems)).toBe(1);
  expect(await reader().$count(importRuns)).toBe(2);
});

test('a table that is none of articles is told once', async () => {
  const results = await importSources([file('numbers.csv', 'name,count\na,1\nb,2\n')]);
  expect(results).toMatchObject([
    { outcome: 'refused', reason: expect.stringContaining('--mapping') as string },
  ]);
});

test('collections of texts take the section from their folder', async () => {
  file('in/要闻/三桥通车.txt', '2018-07-01 09:15 来源：澄江日报\n桥上又走人了，两岸的人都来看灯。\n');
  const [result] = (await importSources([path.join(folder, 'in')])) as { articleId: number }[];
  const [row] = await reader()
    .select({ sectionId: articles.sectionId })
    .from(articles)
    .where(eq(articles.id, result!.articleId));
  expect(row!.sectionId).not.toBe(1);
  expect(await standing('/yaowen')).toMatchObject({ kind: 'live' });
});
