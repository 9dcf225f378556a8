import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { findOrCreateSectionTrail } from '@/features/sections/find-or-create-section-trail';

useFreshDatabase();

beforeEach(() => tx((q) => ensureFoundation(q)));

const findOrCreate = (...trail: string[]) => tx((q) => findOrCreateSectionTrail(q, trail));
const sectionOf = async (id: number) => {
  const [section] = await reader().select().from(sections).where(eq(sections.id, id));
  return section!;
};
const kindsAndPaths = async () =>
  (await reader().select().from(sections).orderBy(sections.id)).map(({ kind, path }) => `${kind} ${path}`);

test('a foreign trail becomes a portal with a subsite and a section below it', async () => {
  await findOrCreate('澄江网', '澄江城镇网', '镇街快报');
  expect(await kindsAndPaths()).toEqual([
    'portal ',
    'portal chengjiangwang',
    'subsite chengjiangwang/chengjiangchengzhenwang',
    'section chengjiangwang/chengjiangchengzhenwang/zhenjiekuaibao',
  ]);
});

test('a second subsite of a portal that came earlier is a subsite as well', async () => {
  await findOrCreate('澄江网', '澄江城镇网', '镇街快报');
  const { parentId } = await sectionOf(await findOrCreate('澄江网', '澄江教育网', '招考'));
  expect(await sectionOf(parentId!)).toMatchObject({ name: '澄江教育网', kind: 'subsite' });
});

test('the same trail leads to the same section, and its beginning to what stands above it', async () => {
  const id = await findOrCreate('澄江网', '澄江城镇网', '镇街快报');
  expect(await findOrCreate('澄江网', '澄江城镇网', '镇街快报')).toBe(id);
  expect(await findOrCreate('澄江网', '澄江城镇网')).toBe((await sectionOf(id)).parentId);
});

test.for(['本地新闻网', '首页', '网站首页'])('a trail that begins with %s is our own', async (name) => {
  expect(await sectionOf(await findOrCreate(name!, '民生'))).toMatchObject({
    path: 'minsheng',
    kind: 'section',
  });
  expect((await sectionOf(await findOrCreate(name!))).parentId).toBeNull();
});

test('a page without a trail is unsorted, every time in the same section', async () => {
  const id = await findOrCreate();
  expect(await sectionOf(id)).toMatchObject({ name: '未分类', path: 'unsorted' });
  expect(await findOrCreate()).toBe(id);
});

test.for([
  ['搜索', 'sousuo'],
  ['绿色旅游', 'lvselvyou'],
  ['Ｇ２０ 峰会', 'g20fenghui'],
  ['Search', 'search-2'],
  ['·', 'section'],
] as const)('“%s” gets the path “%s”', async ([name, path]) => {
  expect((await sectionOf(await findOrCreate('首页', name))).path).toBe(path);
});

test('names that sound alike get paths of their own', async () => {
  expect((await sectionOf(await findOrCreate('首页', '事实'))).path).toBe('shishi');
  expect((await sectionOf(await findOrCreate('首页', '时事'))).path).toBe('shishi-2');
});
