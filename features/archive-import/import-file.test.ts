import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { articles, contributors, sources } from '@/db/schema/articles';
import { blockItems } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { importPageFile, readPageFile } from '@/features/archive-import/testing/import-page-file';
import { missingFields } from '@/features/archive-import/read-page';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { bodyLines } from '@/lib/article-body';

useFreshDatabase();

const fixture = path.resolve(import.meta.dirname, '../../e2e/fixtures/legacy-page.txt');
let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-import-'));
  await tx((q) => ensureFoundation(q));
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

const rowCounts = async () => ({
  articles: (await reader().select({ id: articles.id }).from(articles)).length,
  sections: (await reader().select({ id: sections.id }).from(sections)).length,
  contributors: (await reader().select({ id: contributors.id }).from(contributors)).length,
  sources: (await reader().select({ id: sources.id }).from(sources)).length,
  blockItems: (await reader().select({ id: blockItems.id }).from(blockItems)).length,
});

test('a legacy page becomes a live article with section, people, body and its own side bar', async () => {
  const page = await readPageFile(fixture);
  const { articleId, isNew } = await importPageFile(fixture);
  expect(isNew).toBe(true);
  expect(missingFields(page)).toEqual([]);
  const article = (await findPublishedArticle(articleId))!;
  expect(article.headline).toBe(page.headline);
  expect(article.sourceName).toBe('澄江日报');
  expect(article.credits.map(({ role, name }) => ({ role, name }))).toEqual([
    { role: 'correspondent', name: '叶小满' },
    { role: 'reporter', name: '顾南屿' },
    { role: 'editor', name: '庄书白' },
  ]);
  expect(article.body.content.filter(({ type }) => type === 'subhead')).toHaveLength(3);
  expect(bodyLines(article.body).some((line) => /^[\s\u3000]/u.test(line))).toBe(false);

  const { trail } = await getSiteView(article.sectionId);
  expect(trail.map(({ name }) => name)).toEqual(['澄江网', '澄江城镇网', '镇街快报']);
  expect(trail.map(({ address }) => address)).toEqual([
    '/chengjiangwang',
    '/chengjiangwang/chengjiangchengzhenwang',
    '/chengjiangwang/chengjiangchengzhenwang/zhenjiekuaibao',
  ]);

  const observation = (await listFrontBlocks('article', articleId)).find(
    ({ kind }) => kind === 'cityObservation',
  )!;
  expect(observation.items[0]).toMatchObject({
    headline: '【城镇观察】渡口、廊桥与码头:澄江人怎样过河',
    abstract: page.sideBar!.abstract,
  });
  const elsewhere = (await listFrontBlocks('article')).find(({ kind }) => kind === 'cityObservation')!;
  expect(elsewhere.items.map(({ headline }) => headline)).not.toContain(page.sideBar!.headline);
});

test('a sentence that the page says twice is kept twice', async () => {
  const page = await readPageFile(fixture);
  const lines = page.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  expect(new Set(lines).size).toBe(lines.length - 1);
});

test('the same page twice, also with other line ends and indents, makes one article', async () => {
  const first = await importPageFile(fixture);
  const text = '澄江桥修好了\n\n2020-01-02 08:00 来源：澄江日报\n\n　　桥上又走人了。\n';
  const one = await importPageFile(file('a.txt', text));
  const other = await importPageFile(file('b.txt', text.replaceAll('\n', '\r\n').replaceAll('　', ' ')));
  expect(other).toMatchObject({ articleId: one.articleId, isNew: false });
  expect(await importPageFile(fixture)).toMatchObject({ articleId: first.articleId, isNew: false });
  expect((await rowCounts()).articles).toBe(2);
});

test('a second page of the same trail goes into the same sections', async () => {
  await importPageFile(fixture);
  const before = await rowCounts();
  await importPageFile(
    file(
      'c.txt',
      '您当前的位置：澄江网 > 澄江城镇网 > 镇街快报 > 正文\n又一条\n2020-01-02 08:00\n正文在此。\n',
    ),
  );
  expect((await rowCounts()).sections).toBe(before.sections);
});

test('a trail that begins with the portal itself stays in the portal', async () => {
  const { articleId } = await importPageFile(
    file('d.txt', '当前位置：本地新闻网 > 民生 > 正文\n水管换新\n2020-01-02 08:00\n正文在此。\n'),
  );
  const article = (await findPublishedArticle(articleId))!;
  expect((await getSiteView(article.sectionId)).trail.map(({ name }) => name)).toEqual([
    '本地新闻网',
    '民生',
  ]);
});

test('a page without a time is stored as a draft that no reader sees', async () => {
  const draft = file('e.txt', '没有时间的稿件\n\n只有这一段正文。\n');
  const { articleId } = await importPageFile(draft);
  expect(missingFields(await readPageFile(draft))).toContain('发布时间');
  expect(await findPublishedArticle(articleId)).toBeUndefined();
});

test('a body alone takes its headline from the name of the file', async () => {
  const page = await readPageFile(
    file('河边的早市.txt', '天还没亮，河边已经有人摆摊。卖菜的和买菜的都是熟人。'),
  );
  expect(page.headline).toBe('河边的早市');
});

test('a page whose time has not come is stored as a draft', async () => {
  const future = file('g.txt', '将来的稿件\n2030-01-02 08:00\n只有这一段正文。\n');
  const { articleId, isLive } = await importPageFile(future, new Date('2020-01-01T00:00:00Z'));
  expect(isLive).toBe(false);
  expect(await findPublishedArticle(articleId)).toBeUndefined();
});

test('a list beside a page does not become its column', async () => {
  const { articleId } = await importPageFile(
    file('h.txt', '标题在此\n2020-01-02 08:00\n只有这一段正文。\n编辑：王一一\n| 最新\n别处的一条消息\n'),
  );
  const blocks = await listFrontBlocks('article', articleId);
  expect(blocks.flatMap(({ items }) => items.map(({ headline }) => headline))).not.toContain(
    '别处的一条消息',
  );
});

test.for([
  ['empty.txt', '', '文件是空的'],
  ['blank.txt', ' \n　\n', '文件是空的'],
  ['binary.txt', Buffer.from([0x89, 0x50, 0, 1]), '不是文本文件'],
  ['broken.txt', Buffer.from([0xe6, 0xb1, 0xff, 0x0a, 0x81]), '文字已经损坏'],
  ['page.txt', '<!DOCTYPE html>\n<html><p>正文</p></html>', '没有找到标题'],
  ['large.txt', 'x'.repeat(5 * 1024 * 1024 + 1), '超过 5 MB'],
  ['only-headline.txt', '只有标题\n2020-01-02 08:00 来源：澄江日报\n', '没有找到正文'],
] as const)(
  '%s is refused with its name and a reason, and nothing is stored',
  async ([name, content, reason]) => {
    const before = await rowCounts();
    const target = file(name, content as string);
    await expect(importPageFile(target)).rejects.toThrow(reason);
    await expect(importPageFile(target)).rejects.toThrow(name);
    expect(await rowCounts()).toEqual(before);
  },
);

test('a missing file is refused with its name', async () => {
  await expect(importPageFile(path.join(folder, 'none.txt'))).rejects.toThrow(/none\.txt：找不到/u);
});

test('a page whose body cannot be stored leaves neither section nor person behind', async () => {
  const before = await rowCounts();
  const tooLong = file(
    'f.txt',
    `您当前的位置：甲网 > 乙栏 > 正文\n标题\n2020-01-02 08:00 记者 王一一\n${'长'.repeat(30_000)}。\n`,
  );
  await expect(importPageFile(tooLong)).rejects.toThrow('一段文字不能超过两万字');
  expect(await rowCounts()).toEqual(before);
});
