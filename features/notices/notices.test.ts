import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { notices } from '@/db/schema/notices';
import { schedules } from '@/db/schema/schedules';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { keepOpen, takeOver } from '@/features/articles/open-articles';
import { returnArticle } from '@/features/articles/return-article';
import { sendArticle } from '@/features/articles/send-article';
import { leaveInState, nextYear, valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { countUnseenNotices, listNotices } from '@/features/notices/list-notices';
import { markNoticesSeen } from '@/features/notices/mark-notices-seen';
import { notify } from '@/features/notices/notify';
import { runDueSchedules } from '@/features/schedule/run-due-schedules';
import { scheduleArticle } from '@/features/schedule/schedule-article';

useFreshDatabase();

let chief: Editor;
let colleague: Editor;
let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  chief = await addEditor('总编甲', ['chiefEditor']);
  colleague = await addEditor('编辑乙', ['editor'], town);
});

const told = async (editor: Editor) => (await listNotices(editor)).map(({ kind, text }) => [kind, text]);

test('whoever an article is sent to is told, and nobody else', async () => {
  const { articleId, version } = await leaveInState(chief, 'draft', chief, town);
  valueOf(
    await sendArticle(chief, { articleId, version, assigneeId: colleague.id, note: '急' } as Parameters<
      typeof sendArticle
    >[1]),
  );
  expect(await told(colleague)).toEqual([['sent', '总编甲送审：急']]);
  expect(await told(chief)).toEqual([]);
});

test('whoever began an article is told that it was returned, and why', async () => {
  const { articleId } = await leaveInState(chief, 'inReview', colleague, town);
  valueOf(
    await returnArticle(chief, { articleId, note: '请核实日期' } as Parameters<typeof returnArticle>[1]),
  );
  expect(await told(colleague)).toEqual([['returned', '总编甲退回：请核实日期']]);
});

test('whoever is writing is told that somebody took over; who left long ago is not', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  const gone = await addEditor('编辑丙', ['editor'], town);
  const now = new Date();
  await keepOpen(gone, { articleId, tab: 'tab-of-somebody-gone' }, new Date(now.getTime() - 3_600_000));
  await keepOpen(colleague, { articleId, tab: 'tab-of-a-colleague' }, now);
  await takeOver(chief, { articleId, tab: 'tab-of-the-chief' }, now);
  expect(await told(colleague)).toEqual([['takenOver', '总编甲接手了编辑，您的页面不再自动保存。']]);
  expect(await told(gone)).toEqual([]);
  expect(await told(chief)).toEqual([]);
});

test('whoever set a time is told when it was missed, and not when it was kept', async () => {
  const at = async (late: number) => {
    const { articleId, version } = await leaveInState(chief, 'draft', chief, town);
    const { dueAt } = valueOf(
      await scheduleArticle(chief, { articleId, kind: 'publish', version, ...nextYear() }),
    );
    await runDueSchedules('one process', () => new Date(dueAt.getTime() + late));
  };
  await at(1000);
  expect(await told(chief)).toEqual([]);
  await at(3_600_000);
  expect((await told(chief)).map(([kind]) => kind)).toEqual(['missed']);
  expect(await reader().$count(schedules, eq(schedules.state, 'done'))).toBe(2);
});

test('what is rolled back is told to nobody', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  await expect(
    tx(async (q) => {
      await notify(q, [colleague.id], { kind: 'sent', articleId, subject: '河灯', text: '送审' }, new Date());
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await told(colleague)).toEqual([]);
});

test('an occasion is told once to each person; a disabled account is told nothing', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  await tx((q) => q.update(editors).set({ disabledAt: new Date() }).where(eq(editors.id, colleague.id)));
  const tell = () =>
    tx((q) =>
      notify(
        q,
        [chief.id, chief.id, colleague.id],
        { kind: 'late', articleId, subject: '河灯', text: '已超时', occasion: `late ${articleId} 18:00` },
        new Date(),
      ),
    );
  expect(await tell()).toEqual([chief.id]);
  expect(await tell()).toEqual([]);
  expect(await reader().$count(notices)).toBe(1);
});

test('everybody marks their own notices as seen, as far as they saw them', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  const tell = (text: string) =>
    tx((q) =>
      notify(q, [chief.id, colleague.id], { kind: 'sent', articleId, subject: '河灯', text }, new Date()),
    );
  await tell('一');
  const upTo = (await listNotices(chief))[0]!.id;
  await tell('二');
  valueOf(await markNoticesSeen(chief, { upTo }));
  expect(await countUnseenNotices(chief)).toBe(1);
  expect(await countUnseenNotices(colleague)).toBe(2);
});

test('notices of three months ago are gone', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  const tell = (at: Date) =>
    tx((q) => notify(q, [chief.id], { kind: 'sent', articleId, subject: '河灯', text: '送审' }, at));
  await tell(new Date('2026-01-01T00:00:00Z'));
  await tell(new Date('2026-11-01T00:00:00Z'));
  expect(await reader().$count(notices)).toBe(1);
});
