import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { articles } from '@/db/schema/articles';
import { timelineEvents } from '@/db/schema/desk';
import { blocks } from '@/db/schema/fronts';
import { redirects } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { listSectionPage } from '@/features/articles/list-section-page';
import { addSection, addSectionForm } from '@/features/sections/add-section';
import { changeSection, changeSectionForm } from '@/features/sections/change-section';
import { findOrCreateSectionTrail } from '@/features/sections/find-or-create-section-trail';
import { listSectionTree } from '@/features/sections/list-section-tree';
import { moveSection, moveSectionForm } from '@/features/sections/move-section';
import { removeSection } from '@/features/sections/remove-section';
import { suggestSegment } from '@/features/sections/suggest-segment';
import {
  changeSome,
  draftIn,
  grow,
  publishIn,
  rowOf,
  type SectionChanges,
} from '@/features/sections/testing/small-tree';
import { editorRoles } from '@/lib/editor-role';
import { parseInput } from '@/lib/parse-input';

useFreshDatabase();

let root = 0;
let town = 0;
let express = 0;
let news = 0;
let chief: Editor;

beforeEach(async () => {
  root = await rootSectionId();
  chief = await addEditor('总编', ['chiefEditor']);
  town = await grow(chief, root, 'town', { name: '城镇' });
  express = await grow(chief, town, 'express', { name: '快报' });
  news = await grow(chief, root, 'news', { name: '要闻' });
});

const change = (sectionId: number, changes: SectionChanges) => changeSome(chief, sectionId, changes);
const standing = (address: string) => resolveAddress(address, new URLSearchParams());
const problemsOf = (outcome: Awaited<ReturnType<typeof change>> | Awaited<ReturnType<typeof addSection>>) =>
  outcome.ok ? [] : outcome.problems;

test('a new section stands last below its parent and answers at its address', async () => {
  const sports = await grow(chief, root, 'sports', { name: '体育' });
  const names = (await listSectionTree(chief)).map(({ name, depth }) => `${depth} ${name}`);
  expect(names).toEqual(['0 本地新闻网', '1 城镇', '2 快报', '1 要闻', '1 体育']);
  expect((await standing('/sports')).kind).toBe('live');
  expect(await rowOf(sports)).toMatchObject({ path: 'sports', position: 2 });
});

test('a renamed section and what is below it lead on from every earlier address in one hop', async () => {
  await change(town, { segment: 'village' });
  await change(town, { segment: 'county' });
  await change(express, { segment: 'quick' });
  for (const old of ['/town', '/village', '/town/', '/TOWN']) {
    expect(await standing(old)).toEqual({ kind: 'moved', to: '/county' });
  }
  for (const old of ['/town/express', '/village/express', '/county/express', '/Town/Express/']) {
    expect(await standing(old)).toEqual({ kind: 'moved', to: '/county/quick' });
  }
  expect((await standing('/county/quick')).kind).toBe('live');
});

test('a path that comes back into use stops redirecting', async () => {
  await change(town, { segment: 'village' });
  await change(town, { segment: 'town' });
  expect((await standing('/town/express')).kind).toBe('live');
  expect(await standing('/village/express')).toEqual({ kind: 'moved', to: '/town/express' });
  await change(town, { segment: 'village' });
  await grow(chief, root, 'town', { name: '新城镇' });
  expect((await standing('/town')).kind).toBe('live');
  expect(await standing('/town/express')).toEqual({ kind: 'moved', to: '/village/express' });
});

test('a redirect that named a section in words follows the section', async () => {
  await tx((q) =>
    q.insert(redirects).values({ fromPath: '/zhen.shtml', toPath: '/town', createdAt: new Date() }),
  );
  await change(town, { segment: 'village' });
  expect(await standing('/zhen.shtml')).toEqual({ kind: 'moved', to: '/village' });
});

test('a moved section takes its articles into the lists above it, and page numbers stay right', async () => {
  for (let day = 1; day <= 28; day += 1) {
    await publishIn(express, `快报 ${day}`, new Date(Date.UTC(2026, 0, day, 3)));
    await publishIn(news, `要闻 ${day}`, new Date(Date.UTC(2026, 0, day, 5)));
  }
  await change(express, { parentId: news });
  expect((await listSectionPage(town, 1)).articles).toEqual([]);
  const listed = [1, 2, 3].map(async (page) => (await listSectionPage(news, page)).articles);
  const headlines = (await Promise.all(listed)).flat().map(({ headline }) => headline);
  expect(headlines).toHaveLength(56);
  expect(headlines.slice(0, 4)).toEqual(['要闻 28', '快报 28', '要闻 27', '快报 27']);
  expect(await standing('/town/express')).toEqual({ kind: 'moved', to: '/news/express' });
  expect((await listSectionTree(chief)).map(({ articleCount }) => articleCount)).toEqual([56, 0, 56, 28]);
});

test.for([
  ['its own parent', () => ({ parentId: town })],
  ['a section below it', () => ({ parentId: express })],
] as const)('a section does not move to %s', async ([, changes]) => {
  expect(problemsOf(await change(town, changes())).map(({ field }) => field)).toEqual(['parentId']);
});

test('an address that is taken, reserved or an old article’s is refused at its field', async () => {
  const article = await publishIn(news, '旧稿', new Date());
  await tx((q) =>
    q.insert(redirects).values({ fromPath: '/old', articleId: article, createdAt: new Date() }),
  );
  for (const segment of ['news', 'desk', 'search', 'old']) {
    expect(problemsOf(await change(town, { segment })).map(({ field }) => field)).toEqual(['segment']);
  }
  const below = { name: '搜', kind: 'section' as const, description: '', parentId: town };
  expect(problemsOf(await addSection(chief, { ...below, segment: 'search' }))).toEqual([]);
});

test.for(['', 'Town', 'a b', 'a/b', '城', '-a', 'a--b', 'a'.repeat(41)])(
  '“%s” is no segment of an address',
  (segment) => {
    const input = { name: '甲', kind: 'section', description: '', parentId: 1, segment };
    expect(parseInput(addSectionForm, input)).toMatchObject({ ok: false, problems: [{ field: 'segment' }] });
  },
);

test('a form with a field too many is refused', () => {
  const input = { sectionId: 1, direction: 'up', position: 3 };
  expect(parseInput(moveSectionForm, input).ok).toBe(false);
});

test('two sections side by side do not share a name', async () => {
  expect(problemsOf(await change(news, { name: '城镇' })).map(({ field }) => field)).toEqual(['name']);
  expect(problemsOf(await change(news, { name: '快报' }))).toEqual([]);
});

test('the portal keeps its place and address and may change its name', async () => {
  const portal = { sectionId: root, kind: 'portal' as const, description: '新口号', parentId: null };
  expect((await changeSection(chief, { ...portal, name: '新门户', segment: '' })).ok).toBe(true);
  expect(await rowOf(root)).toMatchObject({ name: '新门户', path: '', description: '新口号' });
  expect((await changeSection(chief, { ...portal, name: '新门户', segment: 'x' })).ok).toBe(false);
  expect((await removeSection(chief, { sectionId: root })).ok).toBe(false);
});

test('sections change places with their neighbours and stop at the ends', async () => {
  const order = async () =>
    (await listSectionTree(chief)).filter(({ depth }) => depth === 1).map(({ name }) => name);
  const sports = await grow(chief, root, 'sports', { name: '体育' });
  await moveSection(chief, { sectionId: sports, direction: 'up' });
  expect(await order()).toEqual(['城镇', '体育', '要闻']);
  for (let time = 0; time < 3; time += 1) await moveSection(chief, { sectionId: sports, direction: 'up' });
  expect(await order()).toEqual(['体育', '城镇', '要闻']);
  await moveSection(chief, { sectionId: sports, direction: 'down' });
  expect(await order()).toEqual(['城镇', '体育', '要闻']);
});

test('a removed section leaves its addresses to the section above', async () => {
  await change(express, { segment: 'quick' });
  expect((await removeSection(chief, { sectionId: express })).ok).toBe(true);
  for (const old of ['/town/express', '/town/quick']) {
    expect(await standing(old)).toEqual({ kind: 'moved', to: '/town' });
  }
  await removeSection(chief, { sectionId: town });
  for (const old of ['/town/express', '/town/quick', '/town']) {
    expect(await standing(old)).toEqual({ kind: 'moved', to: '/' });
  }
});

test('a section on which something hangs is kept, and the refusal says what', async () => {
  const refusal = async () => {
    const answer = await removeSection(chief, { sectionId: town });
    return answer.ok ? '' : answer.problems[0]!.message;
  };
  const draft = await draftIn(town, '草稿');
  await addEditor('镇里的编辑', ['editor'], town);
  await tx((q) => q.update(blocks).set({ sectionId: town }).where(eq(blocks.kind, 'lead')));
  for (const word of ['快报', '1 篇稿件', '头条', '镇里的编辑']) expect(await refusal()).toContain(word);
  await tx((q) => q.update(blocks).set({ sectionId: null }).where(eq(blocks.kind, 'lead')));
  await tx((q) => q.update(articles).set({ sectionId: news }).where(eq(articles.id, draft)));
  const rest = await refusal();
  expect(rest).not.toContain('稿件');
  expect(rest).not.toContain('头条');
  expect((await rowOf(town)).name).toBe('城镇');
});

test('未分类 keeps its address and stays', async () => {
  const id = await tx((q) => findOrCreateSectionTrail(q, []));
  expect(problemsOf(await change(id, { segment: 'rest' }))).toHaveLength(1);
  expect(problemsOf(await change(id, { name: '旧稿' }))).toEqual([]);
  expect((await removeSection(chief, { sectionId: id })).ok).toBe(false);
});

test('the importer does not take the old address of another section', async () => {
  await change(news, { segment: 'headlines' });
  await change(town, { segment: 'xinwen' });
  await change(town, { segment: 'town' });
  const id = await tx((q) => findOrCreateSectionTrail(q, ['首页', '新闻']));
  expect((await rowOf(id)).path).toBe('xinwen-2');
});

test('a suggestion is pinyin that nobody uses', async () => {
  expect(await suggestSegment(chief, { name: '绿色旅游', parentId: root })).toBe('lvselvyou');
  expect(await suggestSegment(chief, { name: '搜 索', parentId: root })).toBe('sousuo');
  await grow(chief, root, 'sousuo');
  expect(await suggestSegment(chief, { name: '搜索', parentId: root })).toBe('sousuo-2');
  expect(await suggestSegment(chief, { name: 'Search', parentId: root })).toBe('search-2');
});

const acts: [string, (editor: Editor) => Promise<unknown>][] = [
  [
    'adds',
    (editor) =>
      addSection(editor, { name: '甲', kind: 'section', description: '', segment: 'a', parentId: root }),
  ],
  [
    'changes',
    (editor) =>
      changeSection(editor, {
        sectionId: town,
        name: '镇',
        kind: 'subsite',
        description: '',
        segment: 'town',
        parentId: root,
      }),
  ],
  ['moves', (editor) => moveSection(editor, { sectionId: news, direction: 'up' })],
  ['removes', (editor) => removeSection(editor, { sectionId: express })],
];

test.for(acts)('whoever %s a section may, is written down, and makes old pages stale', async ([, act]) => {
  for (const role of editorRoles) {
    const isAllowed = role === 'chiefEditor' || role === 'administrator';
    if (isAllowed) continue;
    await expect(addEditor(role, [role]).then(act)).rejects.toThrow(NotAllowedError);
  }
  // Held for one section, the right does not reach the tree.
  await expect(addEditor('镇里的总编', ['chiefEditor'], town).then(act)).rejects.toThrow(NotAllowedError);
  const version = await readContentVersion();
  const written = await reader().$count(timelineEvents);
  expect(await act(await addEditor('管理员', ['administrator']))).toMatchObject({ ok: true });
  expect(await readContentVersion()).toBe(version + 1);
  expect(await reader().$count(timelineEvents)).toBe(written + 1);
});

test('a change names its fields strictly', () => {
  const input = {
    sectionId: 1,
    name: '甲',
    kind: 'folder',
    description: '',
    segment: 'a',
    parentId: 'x',
  };
  const parsed = parseInput(changeSectionForm, input);
  expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual(['kind', 'parentId']);
});
