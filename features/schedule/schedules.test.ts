import { beforeEach, expect, test } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { timelineEvents } from '@/db/schema/desk';
import { leases, schedules } from '@/db/schema/schedules';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { discardChanges } from '@/features/articles/discard-changes';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { findPreviewedArticle, makePreview } from '@/features/articles/previews';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { leaveInState, type State, type Subject, valueOf } from '@/features/articles/testing/article-acts';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { acknowledgeSchedule } from '@/features/schedule/acknowledge-schedule';
import { cancelSchedule } from '@/features/schedule/cancel-schedule';
import { giveUpLease, leaseTime, takeLease } from '@/features/schedule/lease';
import { listMissedSchedules, listWaitingSchedules } from '@/features/schedule/list-schedules';
import { runDueSchedules } from '@/features/schedule/run-due-schedules';
import { scheduleArticle } from '@/features/schedule/schedule-article';
import { setEmbargo } from '@/features/schedule/set-embargo';
import { approveText } from '@/features/review/testing/approve-text';
import { reviewSteps } from '@/db/schema/review';

useFreshDatabase();

let chief: Editor;
let town: number;
beforeEach(async () => {
  chief = await addEditor('总编甲', ['chiefEditor']);
  town = await addSection(await rootSectionId(), 'town');
});

const afternoon = new Date('2026-11-23T06:00:00Z');
/** 18:00 of the same day in Beijing. */
const evening = new Date('2026-11-23T10:00:00Z');
const zone = 'Asia/Shanghai';
const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

const leave = (state: State) => leaveInState(chief, state, chief, town);
const schedule = (
  { articleId, version }: Subject,
  kind: 'publish' | 'unpublish' = 'publish',
  at = '2026-11-23T18:00',
) => scheduleArticle(chief, { articleId, kind, version, at, zone }, afternoon);
const runAt = (instant: Date, holder = 'one process') => runDueSchedules(holder, () => instant);
const statusOf = async ({ articleId }: Subject) =>
  (await reader().select().from(articles).where(eq(articles.id, articleId)))[0]!.status;
const eventsOf = async ({ articleId }: Subject, kind: 'published' | 'unpublished' | 'scheduleFailed') =>
  (
    await reader()
      .select({ note: timelineEvents.note })
      .from(timelineEvents)
      .where(and(eq(timelineEvents.articleId, articleId), eq(timelineEvents.kind, kind)))
  ).map(({ note }) => note);
const messageOf = (outcome: { ok: boolean; problems?: { message: string }[] }) =>
  outcome.problems?.[0]?.message;

test('an article is published when its time comes, not a second before, and once', async () => {
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  expect(await statusOf(draft)).toBe('scheduled');
  expect(await runAt(later(evening, -1000))).toBe(0);
  expect(await findPublishedArticle(draft.articleId)).toBeUndefined();
  expect(await runAt(evening)).toBe(1);
  expect((await findPublishedArticle(draft.articleId))?.publishedAt).toEqual(evening);
  expect(await runAt(later(evening, 1000))).toBe(0);
  expect(await eventsOf(draft, 'published')).toEqual(['定于 2026-11-23 18:00（北京时间）发布']);
  expect(await listMissedSchedules(chief)).toEqual([]);
});

test('a change of a live article shows when its time comes; the old text stands until then', async () => {
  const changed = await leave('changed');
  const before = (await findPublishedArticle(changed.articleId))!;
  valueOf(await schedule(changed));
  expect(await statusOf(changed)).toBe('published');
  expect((await findPublishedArticle(changed.articleId))?.headline).toBe('河灯');
  await runAt(evening);
  expect(await findPublishedArticle(changed.articleId)).toMatchObject({
    headline: '河灯亮了',
    publishedAt: before.publishedAt,
    modifiedAt: evening,
  });
});

test('a live article is taken off when its time comes, and may be changed until then', async () => {
  const live = await leave('published');
  valueOf(await schedule(live, 'unpublish'));
  const saved = await saveArticle(chief, {
    articleId: live.articleId,
    baseVersion: live.version,
    kind: 'save',
    tab: 'tab-of-one-browser',
    content: finishedContent(town, '改过'),
  });
  expect(saved.ok).toBe(true);
  await runAt(evening);
  expect(await statusOf(live)).toBe('unpublished');
  expect(await eventsOf(live, 'unpublished')).toHaveLength(1);
});

test('an article can be given both times, the end after the beginning', async () => {
  const draft = await leave('draft');
  expect(messageOf(await schedule(draft, 'unpublish'))).toContain('还没有发布');
  valueOf(await schedule(draft));
  expect(messageOf(await schedule(draft, 'unpublish', '2026-11-23T17:59'))).toContain('晚于');
  valueOf(await schedule(draft, 'unpublish', '2026-11-23T20:00'));
  await runAt(evening);
  expect(await statusOf(draft)).toBe('published');
  await runAt(later(evening, 2 * 3_600_000));
  expect(await statusOf(draft)).toBe('unpublished');
});

test('what waits for its time cannot be changed, sent or given up; after cancelling it stands where it stood', async () => {
  const inReview = await leave('inReview');
  await approveText(inReview.articleId);
  const { scheduleId } = valueOf(await schedule(inReview));
  const save = () =>
    saveArticle(chief, {
      articleId: inReview.articleId,
      baseVersion: inReview.version,
      kind: 'save',
      tab: 'tab-of-one-browser',
      content: finishedContent(town, '改过'),
    });
  await expect(save()).rejects.toThrow('请先取消定时发布');
  await expect(
    sendArticle(chief, { ...inReview, assigneeId: null, note: '' } as Parameters<typeof sendArticle>[1]),
  ).rejects.toThrow('请先取消定时发布');
  valueOf(await cancelSchedule(chief, { articleId: inReview.articleId, scheduleId }));
  expect(await statusOf(inReview)).toBe('inReview');
  expect((await save()).ok).toBe(true);
  expect(await runAt(evening)).toBe(0);
  expect(messageOf(await cancelSchedule(chief, { articleId: inReview.articleId, scheduleId }))).toContain(
    '已经',
  );
  const changed = await leave('changed');
  valueOf(await schedule(changed));
  await expect(discardChanges(chief, changed)).rejects.toThrow('请先取消定时发布');
});

test('another time takes the place of the first, and cancelling it still leads back to where it stood', async () => {
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  const { scheduleId } = valueOf(await schedule(draft, 'publish', '2026-11-23T21:00'));
  expect(await listWaitingSchedules(draft.articleId)).toHaveLength(1);
  expect(await runAt(evening)).toBe(0);
  valueOf(await cancelSchedule(chief, { articleId: draft.articleId, scheduleId }));
  expect(await statusOf(draft)).toBe('draft');
});

test('publishing, taking off and withdrawing by hand end the times that were set', async () => {
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  valueOf(await publishArticle(chief, draft, afternoon));
  expect(await listWaitingSchedules(draft.articleId)).toEqual([]);
  const [one, other] = [await leave('published'), await leave('published')];
  valueOf(await schedule(one, 'unpublish'));
  valueOf(await schedule(other, 'unpublish'));
  valueOf(await unpublishArticle(chief, { articleId: one.articleId, note: '' }));
  valueOf(await withdrawArticle(chief, { articleId: other.articleId, reason: '不实' }));
  expect(await runAt(evening)).toBe(0);
  expect(await statusOf(other)).toBe('withdrawn');
});

test.for([
  ['2026-11-23T13:59', '时间已经过去了'],
  ['2026-02-30T10:00', '在这个时区不存在'],
  ['', '请填写日期和时间'],
  ['2036-11-23T10:00', '时间太远了'],
] as const)('the time %s is refused', async ([at, words]) => {
  const draft = await leave('draft');
  expect(messageOf(await schedule(draft, 'publish', at))).toContain(words);
  expect(await statusOf(draft)).toBe('draft');
  expect(await reader().$count(schedules)).toBe(0);
});

test('what publishing would refuse is refused when the time is set: an unfinished text, an old version', async () => {
  const draft = await leave('draft');
  expect(messageOf(await schedule({ ...draft, version: draft.version - 1 }))).toContain('刚被别人改过');
  valueOf(
    await saveArticle(chief, {
      articleId: draft.articleId,
      baseVersion: draft.version,
      kind: 'save',
      tab: 'tab-of-one-browser',
      content: finishedContent(town, ''),
    }),
  );
  const refused = await schedule({ ...draft, version: draft.version + 1 });
  expect(refused.ok).toBe(false);
});

test('a time is that of the named zone', async () => {
  const draft = await leave('draft');
  const { dueAt } = valueOf(
    await scheduleArticle(
      chief,
      { ...pick(draft), kind: 'publish', at: '2026-11-23T18:00', zone: 'Europe/London' },
      afternoon,
    ),
  );
  expect(dueAt.toISOString()).toBe('2026-11-23T18:00:00.000Z');
});

const pick = ({ articleId, version }: Subject) => ({ articleId, version });

test('what fell due while nothing ran is done at the next start, and the desk shows 漏发 until somebody has seen it', async () => {
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  const morning = later(evening, 12 * 3_600_000);
  expect(await runAt(morning)).toBe(1);
  expect(await statusOf(draft)).toBe('published');
  const [missed] = await listMissedSchedules(chief);
  expect(missed).toMatchObject({ articleId: draft.articleId, dueAt: evening, doneAt: morning, failure: '' });
  const reporter = await addEditor('记者乙', ['reporter'], town);
  expect(await listMissedSchedules(reporter)).toEqual([]);
  valueOf(await acknowledgeSchedule(chief, { articleId: draft.articleId, scheduleId: missed!.id }));
  expect(await listMissedSchedules(chief)).toEqual([]);
});

test('what cannot be done when the time comes is shown as 漏发 with the reason, and stands where it stood', async () => {
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  // A way around the verbs, as a restored backup or a later release might find one.
  await tx((q) => q.update(articles).set({ version: 99 }).where(eq(articles.id, draft.articleId)));
  expect(await runAt(evening)).toBe(1);
  expect(await statusOf(draft)).toBe('draft');
  expect(await listMissedSchedules(chief)).toMatchObject([
    { doneAt: null, failure: expect.stringContaining('被改过') },
  ]);
  expect(await eventsOf(draft, 'scheduleFailed')).toHaveLength(1);
  expect(await runAt(later(evening, 1000))).toBe(0);
});

test('under an embargo nothing publishes, by hand or by time; it ends by itself, or is lifted by who may publish', async () => {
  const draft = await leave('draft');
  const { articleId } = draft;
  const bind = (until: string | null, who = chief) => setEmbargo(who, { articleId, until, zone }, afternoon);
  valueOf(await bind('2026-11-23T18:00'));
  await expect(publishArticle(chief, draft, afternoon)).rejects.toThrow('禁发至 2026-11-23 18:00');
  await expect(schedule(draft, 'publish', '2026-11-23T17:59')).rejects.toThrow('禁发至');
  valueOf(await schedule(draft, 'publish', '2026-11-23T18:00'));
  expect(messageOf(await bind('2026-11-23T19:00'))).toContain('早于禁发时间');
  await runAt(evening);
  expect(await statusOf(draft)).toBe('published');
  expect(messageOf(await bind('2026-11-24T19:00'))).toContain('读者已经看到');
});

test('a preview says until when the article is secret, and no longer than that', async () => {
  const draft = await leave('draft');
  const { articleId } = draft;
  valueOf(await setEmbargo(chief, { articleId, until: '2026-11-23T18:00', zone }, afternoon));
  const { address } = valueOf(await makePreview(chief, { articleId, days: 3 }, afternoon));
  const seenAt = (now: Date) => findPreviewedArticle(address.split('/').at(-1)!, now);
  expect((await seenAt(afternoon))?.embargoUntil).toEqual(evening);
  expect((await seenAt(evening))?.embargoUntil).toBeNull();
});

test('whoever edits may bind an article longer, and only who may publish lets it go earlier', async () => {
  const draft = await leave('draft');
  const reporter = await addEditor('记者乙', ['editor'], town);
  const bind = (until: string | null) =>
    setEmbargo(reporter, { articleId: draft.articleId, until, zone }, afternoon);
  valueOf(await bind('2026-11-23T18:00'));
  valueOf(await bind('2026-11-23T19:00'));
  await expect(bind('2026-11-23T18:30')).rejects.toThrow('没有“发布”的权限');
  await expect(bind(null)).rejects.toThrow('没有“发布”的权限');
  expect(messageOf(await bind('2026-11-23T10:00'))).toContain('现在以后');
});

test('clocks that jump publish nothing twice and skip nothing', async () => {
  const drafts = [await leave('draft'), await leave('draft'), await leave('draft')];
  for (const draft of drafts) valueOf(await schedule(draft));
  const hour = 3_600_000;
  let instant = later(evening, -30 * 60_000);
  for (const jump of [hour, -hour, 24 * hour, -24 * hour, hour, 0]) {
    instant = later(instant, jump);
    await runAt(instant, `process ${Math.abs(jump)}`);
  }
  for (const draft of drafts) {
    expect(await statusOf(draft)).toBe('published');
    expect(await eventsOf(draft, 'published')).toHaveLength(1);
  }
});

test('a lease is held by one at a time, passes on when its holder dies, and an old holder writes no more', async () => {
  expect(await takeLease('work', 'one', evening)).toBe(1);
  expect(await takeLease('work', 'other', later(evening, leaseTime - 1))).toBeUndefined();
  expect(await takeLease('work', 'one', later(evening, 1000))).toBe(1);
  expect(await takeLease('work', 'other', later(evening, 1000 + leaseTime))).toBe(2);
  await giveUpLease('work', 'one', later(evening, 2000));
  expect(await takeLease('work', 'one', later(evening, 2000 + leaseTime))).toBeUndefined();
  await giveUpLease('work', 'other', later(evening, 2000 + leaseTime));
  expect(await takeLease('work', 'one', later(evening, 2000 + leaseTime))).toBe(3);
  // A clock set back by a day: the lease seems to last for a day, and does not.
  expect(await takeLease('work', 'other', later(evening, -86_400_000))).toBe(4);
  expect(await reader().$count(leases)).toBe(1);
});

test('a quiet portal writes nothing', async () => {
  await leave('draft');
  await runAt(evening);
  expect(await reader().$count(leases)).toBe(0);
});

test('no time is set for a text that nobody signed, and what lost its signatures is not shown when its time comes', async () => {
  const unsigned = await leave('inReview');
  expect(messageOf(await schedule(unsigned))).toContain('先审后发');
  const draft = await leave('draft');
  valueOf(await schedule(draft));
  await tx((q) =>
    q
      .update(reviewSteps)
      .set({ voidedAt: new Date(), voidedWhy: '试' })
      .where(eq(reviewSteps.articleId, draft.articleId)),
  );
  expect(await runAt(evening)).toBe(1);
  expect(await statusOf(draft)).not.toBe('published');
  const [ended] = await reader().select().from(schedules).where(eq(schedules.articleId, draft.articleId));
  expect(ended).toMatchObject({ state: 'failed', failure: expect.stringContaining('先审后发') });
});
