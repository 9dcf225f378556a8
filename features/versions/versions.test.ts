import { beforeEach, expect, test } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { revisions, timelineEvents } from '@/db/schema/desk';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { getWorkingContent } from '@/features/articles/article-content';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { insertArticle } from '@/features/articles/insert-article';
import { saveArticle } from '@/features/articles/save-article';
import { leaveInState, nextYear, type Subject, valueOf } from '@/features/articles/testing/article-acts';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { scheduleArticle } from '@/features/schedule/schedule-article';
import { compareRevisions } from '@/features/versions/compare-revisions';
import { listRevisions } from '@/features/versions/list-revisions';
import { pruneRevisions } from '@/features/versions/prune-revisions';
import { restoreRevision } from '@/features/versions/restore-revision';
import { paragraph } from '@/lib/article-body';
import { approveText } from '@/features/review/testing/approve-text';

useFreshDatabase();

let chief: Editor;
let town: number;
beforeEach(async () => {
  chief = await addEditor('总编甲', ['chiefEditor']);
  town = await addSection(await rootSectionId(), 'town');
});

const save = async (
  { articleId }: Subject,
  baseVersion: number,
  headline: string,
  {
    kind = 'save',
    now = new Date(),
    tab = 'tab-of-one-browser',
  }: { kind?: 'save' | 'autosave'; now?: Date; tab?: string } = {},
) =>
  valueOf(
    await saveArticle(
      chief,
      { articleId, baseVersion, kind, tab, content: finishedContent(town, headline) },
      now,
    ),
  ).version;
const versionsOf = async ({ articleId }: Subject) =>
  (await reader().select().from(revisions).where(eq(revisions.articleId, articleId)))
    .map(({ version }) => version)
    .toSorted((one, other) => one - other);
const restore = (subject: Subject, version: number, restored: number, editor = chief) =>
  restoreRevision(editor, { articleId: subject.articleId, version, restored });

test('the list says who, when and why, and which one readers see', async () => {
  const live = await leaveInState(chief, 'published', chief, town);
  const changed = await save(live, live.version, '河灯又亮了');
  const { revisions: listed } = await listRevisions(chief, live.articleId);
  expect(listed[0]).toMatchObject({ version: changed, editorName: '总编甲', isNewest: true, isShown: false });
  const shown = listed.find(({ version }) => version === live.version)!;
  expect(shown.isShown).toBe(true);
  expect(shown.publishedAt).toBeInstanceOf(Date);
  expect(shown.events.map(({ kind }) => kind)).toContain('published');
});

test('pages of the list follow each other without a gap', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  let version = draft.version;
  for (let number = 0; number < 60; number += 1) version = await save(draft, version, `第 ${number} 稿`);
  const first = await listRevisions(chief, draft.articleId);
  const second = await listRevisions(chief, draft.articleId, first.older);
  const listed = [...first.revisions, ...second.revisions].map((one) => one.version);
  expect(listed.toReversed()).toEqual(await versionsOf(draft));
  expect(second.older).toBeUndefined();
});

test('two versions are compared in every field; one that is not there is not compared', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  const next = await save(draft, draft.version, '河灯又亮了');
  const difference = await compareRevisions(chief, draft.articleId, [draft.version, next]);
  expect(difference?.fields.map(({ field }) => field)).toEqual(['headline']);
  expect(await compareRevisions(chief, draft.articleId, [draft.version, 99])).toBeUndefined();
});

test('a restored text is a new version; nothing is overwritten, readers see no difference until it is published', async () => {
  const live = await leaveInState(chief, 'published', chief, town);
  const changed = await save(live, live.version, '河灯又亮了');
  const before = await versionsOf(live);
  const { version } = valueOf(await restore(live, changed, live.version));
  expect(version).toBe(changed + 1);
  expect(await versionsOf(live)).toEqual([...before, version]);
  expect((await getWorkingContent(reader(), live.articleId)).headline).toBe('河灯');
  expect((await findPublishedArticle(live.articleId))?.headline).toBe('河灯');
  const events = await reader()
    .select()
    .from(timelineEvents)
    .where(and(eq(timelineEvents.articleId, live.articleId), eq(timelineEvents.kind, 'restored')));
  expect(events).toMatchObject([{ version, note: `恢复第 ${live.version} 版` }]);
});

test('a text that somebody saved meanwhile is not put aside unseen', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  const next = await save(draft, draft.version, '河灯又亮了');
  expect(await restore(draft, draft.version, draft.version)).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringContaining('刚被别人改过') }],
  });
  expect(await restore(draft, next, next)).toMatchObject({ ok: false });
  expect(await restore(draft, next, 77)).toMatchObject({ ok: false });
  expect(await versionsOf(draft)).not.toContain(next + 1);
});

test('only who may edit restores, only who may see looks, and what waits for its time is not changed', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  const next = await save(draft, draft.version, '河灯又亮了');
  const reporter = await addEditor('记者乙', ['reporter'], town);
  const stranger = await addEditor('通讯员丙', ['correspondent'], town);
  await expect(restore(draft, next, draft.version, reporter)).rejects.toBeInstanceOf(NotAllowedError);
  await expect(listRevisions(stranger, draft.articleId)).rejects.toBeInstanceOf(NotAllowedError);
  await expect(compareRevisions(stranger, draft.articleId, [1, 2])).rejects.toBeInstanceOf(NotAllowedError);
  await approveText(draft.articleId);
  valueOf(
    await scheduleArticle(chief, {
      articleId: draft.articleId,
      kind: 'publish',
      version: next,
      ...nextYear(),
    }),
  );
  await expect(restore(draft, next, draft.version)).rejects.toThrow('请先取消定时发布');
});

test('an imported article keeps its first text when it is edited', async () => {
  const at = new Date('2018-07-01T01:15:00Z');
  const articleId = await tx((q) =>
    insertArticle(
      q,
      {
        sectionId: town,
        headline: '旧稿',
        body: { type: 'doc', content: [paragraph('旧文。')] },
        credits: [],
        publishedAt: at,
      },
      at,
    ),
  );
  await save({ articleId, version: 1, sectionId: town }, 1, '改过的旧稿');
  const { revisions: listed } = await listRevisions(chief, articleId);
  expect(listed.map(({ version }) => version)).toEqual([2, 1]);
  const difference = await compareRevisions(chief, articleId, [1, 2]);
  expect(difference?.fields.find(({ field }) => field === 'headline')).toBeDefined();
});

const long = (days: number) => new Date(Date.now() + days * 86_400_000);

test('old autosaves are forgotten; never the newest, what readers saw, what waits, nor what somebody saved', async () => {
  const live = await leaveInState(chief, 'published', chief, town);
  const autosaves: number[] = [];
  let version = live.version;
  for (const tab of ['tab-number-one', 'tab-number-two', 'tab-number-three']) {
    version = await save(live, version, `自动保存 ${tab}`, { kind: 'autosave', tab });
    autosaves.push(version);
  }
  await approveText(live.articleId);
  valueOf(
    await scheduleArticle(chief, {
      articleId: live.articleId,
      kind: 'publish',
      version,
      ...nextYear(),
    }),
  );
  const before = await versionsOf(live);
  expect(await pruneRevisions(long(89))).toBe(0);
  expect(await pruneRevisions(long(91))).toBe(2);
  expect(await versionsOf(live)).toEqual(before.filter((one) => !autosaves.slice(0, 2).includes(one)));
  expect(await pruneRevisions(long(9000))).toBe(0);
});

test('saves are forgotten only where the newsroom wants it, and what was ever public never', async () => {
  const live = await leaveInState(chief, 'published', chief, town);
  const first = await save(live, live.version, '第二稿');
  const second = await save(live, first, '第三稿');
  await tx((q) =>
    q.insert(siteSettings).values({ key: 'revisions', value: { autosaveDays: 0, saveDays: 30 } }),
  );
  await pruneRevisions(long(31));
  expect(await versionsOf(live)).toEqual([live.version, second]);
});

test('what somebody signed is never forgotten', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  const signed = await save(draft, draft.version, '签过的', { kind: 'autosave', tab: 'tab-number-one' });
  await approveText(draft.articleId);
  const between = await save(draft, signed, '没人签过', { kind: 'autosave', tab: 'tab-number-two' });
  await save(draft, between, '最新的', { kind: 'autosave', tab: 'tab-number-three' });
  await pruneRevisions(long(91));
  expect(await versionsOf(draft)).toContain(signed);
  expect(await versionsOf(draft)).not.toContain(between);
});
