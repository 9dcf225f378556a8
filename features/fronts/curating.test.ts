import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { timelineEvents } from '@/db/schema/desk';
import { blockItems, blocks } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { getFrontDraft } from '@/features/fronts/get-front-draft';
import { launchesKept, launchFront } from '@/features/fronts/launch-front';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { resolveFrontDraft } from '@/features/fronts/resolve-front-draft';
import { saveFrontDraft, saveFrontForm } from '@/features/fronts/save-front-draft';
import { searchLiveArticles } from '@/features/fronts/search-live-articles';
import { undoLaunch } from '@/features/fronts/undo-launch';
import { removeSection } from '@/features/sections/remove-section';
import { draftIn, grow, publishIn } from '@/features/sections/testing/small-tree';
import type { BlockKind, FrontKey } from '@/lib/block-kind';
import { editorRoles } from '@/lib/editor-role';
import type { DraftBlock, FrontDraft } from '@/lib/front-draft';
import { parseInput } from '@/lib/parse-input';

useFreshDatabase();

let root = 0;
let news = 0;
let ids: number[] = [];
let one: Editor;
let other: Editor;

beforeEach(async () => {
  root = await rootSectionId();
  one = await addEditor('甲编辑', ['frontEditor']);
  other = await addEditor('乙编辑', ['chiefEditor']);
  news = await grow(other, root, 'news', { name: '要闻' });
  ids = [];
  for (let hour = 0; hour < 20; hour += 1) {
    ids.push(await publishIn(hour < 10 ? root : news, `第 ${hour} 篇`, new Date(Date.UTC(2026, 0, 1, hour))));
  }
});

const desk = (key: FrontKey = 'home') => getFrontDraft(one, key);

function withBlock(draft: FrontDraft, blockId: number, change: Partial<DraftBlock>): FrontDraft {
  return {
    blocks: draft.blocks.map((block) => (block.blockId === blockId ? { ...block, ...change } : block)),
  };
}

async function blockOf(kind: BlockKind, key: FrontKey = 'home'): Promise<number> {
  const { kinds } = await desk(key);
  return Number(Object.keys(kinds).find((id) => kinds[Number(id)] === kind));
}

const item = (articleId: number, headline = '') => ({ articleId, headline, abstract: '' });

/** Places articles in a block of the draft, as the form would. */
async function place(editor: Editor, kind: BlockKind, articleIds: number[], key: FrontKey = 'home') {
  const { draft, version } = await desk(key);
  const content = withBlock(draft, await blockOf(kind, key), { items: articleIds.map((id) => item(id)) });
  return saveFrontDraft(editor, { key, baseVersion: version, content });
}

async function launch(editor: Editor, key: FrontKey = 'home', blockId: number | null = null) {
  const { version, lastLaunch } = await desk(key);
  return launchFront(editor, { key, version, launchId: lastLaunch?.id ?? 0, blockId });
}

async function shown(kind: BlockKind, key: FrontKey = 'home'): Promise<string[]> {
  const block = (await listFrontBlocks(key)).find((found) => found.kind === kind)!;
  return block.items.map(({ headline }) => headline);
}

test('what is arranged is seen by nobody until it is launched, and then at once', async () => {
  const before = await shown('lead');
  const version = await readContentVersion();
  expect(await place(one, 'lead', [ids[2]!, ids[1]!])).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await shown('lead')).toEqual(before);
  expect(await readContentVersion()).toBe(version);
  expect((await launch(one)).ok).toBe(true);
  expect((await shown('lead')).slice(0, 2)).toEqual(['第 2 篇', '第 1 篇']);
  expect(await readContentVersion()).toBe(version + 1);
  const [event] = await reader()
    .select()
    .from(timelineEvents)
    .where(eq(timelineEvents.kind, 'frontLaunched'));
  expect(event).toMatchObject({ editorName: '甲编辑', subject: '首页', version: 1 });
});

test('the draft shows exactly what readers see after the launch', async () => {
  await place(one, 'lead', [ids[2]!]);
  await place(one, 'cityObservation', [ids[19]!]);
  const { draft } = await desk();
  const expected = await resolveFrontDraft(1, draft);
  await launch(one);
  const launched = await listFrontBlocks('home');
  expect(launched).toEqual(expected.map(({ placedCount: _count, ...block }) => block));
  expect((await desk()).added[await blockOf('lead')]!.map(({ headline }) => headline)).toEqual(
    (await shown('lead')).slice(1),
  );
});

test('a save that started from an older version is refused and says who saved', async () => {
  const { draft } = await desk();
  await place(other, 'lead', [ids[2]!]);
  const content = withBlock(draft, await blockOf('lead'), { title: '要点' });
  const stale = await saveFrontDraft(one, { key: 'home', baseVersion: 0, content });
  expect(stale).toMatchObject({ ok: false, conflict: { version: 1, savedBy: '乙编辑', isOwn: false } });
  expect((await desk()).draft.blocks.map(({ title }) => title)).not.toContain('要点');
});

test('a save whose answer was lost is answered again', async () => {
  const { draft } = await desk();
  const content = withBlock(draft, await blockOf('lead'), { title: '要点' });
  await saveFrontDraft(one, { key: 'home', baseVersion: 0, content });
  expect(await saveFrontDraft(one, { key: 'home', baseVersion: 0, content })).toMatchObject({
    ok: true,
    value: { version: 1 },
  });
});

test('one block is launched without the others, and the blocks keep their order', async () => {
  await place(one, 'lead', [ids[2]!]);
  await place(one, 'cityObservation', [ids[4]!]);
  const { draft, version } = await desk();
  const content = { blocks: draft.blocks.toReversed() };
  await saveFrontDraft(one, { key: 'home', baseVersion: version, content });
  const order = (await desk()).live.blocks.map(({ blockId }) => blockId);
  expect((await launch(one, 'home', await blockOf('lead'))).ok).toBe(true);
  expect((await shown('lead'))[0]).toBe('第 2 篇');
  expect((await shown('cityObservation'))[0]).not.toBe('第 4 篇');
  expect((await desk()).live.blocks.map(({ blockId }) => blockId)).toEqual(order);
  await launch(one);
  expect((await desk()).live.blocks.map(({ blockId }) => blockId)).toEqual(order.toReversed());
});

test('nobody launches what they have not seen', async () => {
  await place(one, 'lead', [ids[2]!]);
  const seen = await desk();
  const known = { key: 'home' as const, version: seen.version, launchId: 0, blockId: null };
  await place(other, 'lead', [ids[3]!]);
  const staleDraft = await launchFront(one, known);
  expect(staleDraft.ok ? '' : staleDraft.problems[0]!.message).toContain('乙编辑刚刚改过');
  await launch(other);
  const staleLaunch = await launchFront(one, { ...known, version: 2 });
  expect(staleLaunch.ok ? '' : staleLaunch.problems[0]!.message).toContain('乙编辑');
  expect((await shown('lead'))[0]).toBe('第 3 篇');
});

test('a launch that would change nothing is told so', async () => {
  expect((await launch(one)).ok).toBe(false);
  await place(one, 'lead', [ids[2]!]);
  expect((await launch(one)).ok).toBe(true);
  expect((await launch(one)).ok).toBe(false);
});

test('launches are undone one after the other, and the draft stays', async () => {
  const atFirst = await shown('lead');
  await place(one, 'lead', [ids[2]!]);
  await launch(one);
  await place(one, 'lead', [ids[3]!]);
  await launch(one);
  const undo = async () => undoLaunch(other, { key: 'home', launchId: (await desk()).lastLaunch!.id });
  expect((await undo()).ok).toBe(true);
  expect((await shown('lead'))[0]).toBe('第 2 篇');
  expect(await undo()).toEqual({ ok: true, value: { launchId: 0 } });
  expect(await shown('lead')).toEqual(atFirst);
  const { draft } = await desk();
  expect(draft.blocks.flatMap(({ items }) => items.map(({ articleId }) => articleId))).toEqual([ids[3]]);
  expect((await launch(one)).ok).toBe(true);
});

test('who knows another launch as the last one undoes nothing', async () => {
  await place(one, 'lead', [ids[2]!]);
  await launch(one);
  const { lastLaunch } = await desk();
  await place(other, 'lead', [ids[3]!]);
  await launch(other);
  expect((await undoLaunch(one, { key: 'home', launchId: lastLaunch!.id })).ok).toBe(false);
  expect((await shown('lead'))[0]).toBe('第 3 篇');
});

test('only the last launches are kept', async () => {
  for (let time = 0; time < launchesKept + 3; time += 1) {
    await place(one, 'lead', [ids[time % 5]!]);
    await launch(one);
  }
  let undone = 0;
  for (let id = (await desk()).lastLaunch?.id; id !== undefined; id = (await desk()).lastLaunch?.id) {
    expect((await undoLaunch(one, { key: 'home', launchId: id })).ok).toBe(true);
    undone += 1;
  }
  expect(undone).toBe(launchesKept);
});

test('only a live article can be placed; one that leaves the site later is marked and not shown', async () => {
  const draft = await draftIn(root, '草稿');
  expect(await place(one, 'lead', [draft])).toMatchObject({ ok: false });
  expect(await place(one, 'lead', [999_999])).toMatchObject({ ok: false });
  await place(one, 'lead', [ids[2]!, ids[3]!]);
  await launch(one);
  await unpublishArticle(other, { articleId: ids[2]!, note: '' });
  expect((await shown('lead'))[0]).toBe('第 3 篇');
  expect((await desk()).articles[ids[2]!]).toMatchObject({ isLive: false });
  expect(await place(one, 'lead', [ids[3]!, ids[2]!])).toMatchObject({ ok: true });
  expect((await launch(one)).ok).toBe(true);
});

test('one article stands once in a block', async () => {
  expect(await place(one, 'lead', [ids[2]!, ids[2]!])).toMatchObject({
    ok: false,
    problems: [{ field: 'blocks.0.items.1' }],
  });
});

test('what came with an imported page stays with it through every launch', async () => {
  const blockId = await blockOf('cityObservation', 'article');
  await tx((q) =>
    q.insert(blockItems).values({ blockId, position: 0, headline: '旧侧栏', shownWithArticleId: ids[5] }),
  );
  await place(one, 'cityObservation', [ids[7]!], 'article');
  await launch(one, 'article');
  await undoLaunch(one, { key: 'article', launchId: (await desk('article')).lastLaunch!.id });
  const [first] = (await listFrontBlocks('article', ids[5])).find(({ id }) => id === blockId)!.items;
  expect(first!.headline).toBe('旧侧栏');
});

test('a section that was removed does not come back with an undone launch', async () => {
  const old = await grow(other, root, 'old', { name: '旧栏' });
  const blockId = await blockOf('lead');
  await tx((q) => q.update(blocks).set({ sectionId: old }).where(eq(blocks.id, blockId)));
  const { draft } = await desk();
  const content = withBlock(draft, blockId, { sectionId: news });
  await saveFrontDraft(one, { key: 'home', baseVersion: 0, content });
  await launch(one);
  expect((await removeSection(other, { sectionId: old })).ok).toBe(true);
  await undoLaunch(one, { key: 'home', launchId: (await desk()).lastLaunch!.id });
  const [block] = await reader().select().from(blocks).where(eq(blocks.id, blockId));
  expect(block!.sectionId).toBe(news);
  expect(await reader().$count(sections)).toBe(2);
});

test('articles are found by word, by number and as the newest of a section', async () => {
  const headlines = async (words: string, sectionId: number | null = null) =>
    (await searchLiveArticles(one, { words, sectionId })).map(({ headline }) => headline);
  const named = await publishIn(news, '渡口灯光亮到深夜', new Date(Date.UTC(2026, 0, 2)));
  await draftIn(news, '渡口的草稿');
  expect(await headlines('渡口')).toEqual(['渡口灯光亮到深夜']);
  expect(await headlines(`#${named}`)).toEqual(['渡口灯光亮到深夜']);
  expect((await headlines('', news)).slice(0, 2)).toEqual(['渡口灯光亮到深夜', '第 19 篇']);
  expect(await headlines('渡口', await grow(other, root, 'sports'))).toEqual([]);
  expect((await headlines('')).length).toBe(20);
});

test('a form with blocks that are none, or with fields too many, is refused', async () => {
  const { draft } = await desk();
  const content = { blocks: draft.blocks.map((block) => ({ ...block, extra: 1 })) };
  expect(parseInput(saveFrontForm, { key: 'home', baseVersion: 0, content }).ok).toBe(false);
  const fewer = { blocks: draft.blocks.slice(1) };
  expect((await saveFrontDraft(one, { key: 'home', baseVersion: 0, content: fewer })).ok).toBe(false);
});

test('only whoever may curate the fronts of the whole portal does', async () => {
  const acts = [
    (editor: Editor) => getFrontDraft(editor, 'home'),
    (editor: Editor) => place(editor, 'lead', []),
    (editor: Editor) => launch(editor),
    (editor: Editor) => undoLaunch(editor, { key: 'home', launchId: 1 }),
    (editor: Editor) => searchLiveArticles(editor, { words: '', sectionId: null }),
  ];
  for (const role of editorRoles) {
    if (role === 'chiefEditor' || role === 'frontEditor') continue;
    const editor = await addEditor(role, [role]);
    for (const act of acts) await expect(act(editor)).rejects.toThrow(NotAllowedError);
  }
  const local = await addEditor('栏目的', ['frontEditor'], news);
  for (const act of acts) await expect(act(local)).rejects.toThrow(NotAllowedError);
});
