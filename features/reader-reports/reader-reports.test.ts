import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { readerReports } from '@/db/schema/reader-reports';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { ensurePortalSecret } from '@/features/access/portal-secret';
import { roleVerbs } from '@/features/access/role-verbs';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { leaveInState, type Subject, valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { closeReport, closeReportForm } from '@/features/reader-reports/close-report';
import { listOpenReportsOf, listReports } from '@/features/reader-reports/list-reports';
import { reportLimits, sendReport } from '@/features/reader-reports/send-report';
import { editorRoles } from '@/lib/editor-role';
import { reportForm } from '@/lib/reader-report';

useFreshDatabase();

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-reports-'));
  vi.stubEnv('DATA_DIR', dataDir);
  ensurePortalSecret();
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

let chief: Editor;
let live: Subject;
let town: number;
beforeEach(async () => {
  chief = await addEditor('总编甲', ['chiefEditor']);
  town = await addSection(await rootSectionId(), 'town');
  live = await leaveInState(chief, 'published', chief, town);
});

const noon = new Date('2026-11-23T04:00:00Z');
const form = (changes: Record<string, string> = {}) =>
  reportForm.parse({ article: String(live.articleId), text: '第一段的时间写错了。', ...changes });
const send = (changes: Record<string, string> = {}, address = '203.0.113.5', now = noon) =>
  sendReport(form(changes), address, now);
const count = () => reader().$count(readerReports);

test('a report arrives at the desk with the paragraph that was quoted', async () => {
  expect(await send({ quote: '步道  今天\n开放', contact: '13x-0000' })).toEqual({ ok: true });
  const { reports } = await listReports(chief, { state: 'open' });
  expect(reports).toMatchObject([
    { articleId: live.articleId, headline: '河灯', blockIndex: 0, contact: '13x-0000', state: 'open' },
  ]);
  expect(await listOpenReportsOf(live.articleId)).toHaveLength(1);
});

test('a quote that stands nowhere in the text is kept without a paragraph', async () => {
  await send({ quote: '没有这句话' });
  expect((await listOpenReportsOf(live.articleId))[0]).toMatchObject({
    quote: '没有这句话',
    blockIndex: null,
  });
});

test.for([
  [{ text: '  错  ' }, '至少 5 个字'],
  [{ text: '字'.repeat(1001) }, '最多写 1000 字'],
  [{ text: '看这里 https://a.example 和 http://b.example' }, '不要放多个网址'],
  [{ text: '这里写错了。', contact: '长'.repeat(101) }, '不能超过 100 字'],
  [{ text: '这里写错了。', quote: '长'.repeat(301) }, '不能超过 300 字'],
  [{ text: '这里写错了。', article: '-1' }, '网址不完整'],
] as const)('%j is refused in words', ([fields, message]) => {
  const parsed = reportForm.safeParse({ article: '1', ...fields });
  expect(parsed.error?.issues[0]?.message).toContain(message);
});

test('what is no longer public takes no report, and tells no more than that', async () => {
  const draft = await leaveInState(chief, 'draft', chief, town);
  valueOf(await unpublishArticle(chief, { articleId: live.articleId, note: '' }));
  const answers = [
    await send(),
    await send({ article: String(draft.articleId) }),
    await send({ article: '9000000' }),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: false, isTooMany: false });
  expect(await count()).toBe(0);
});

test('the same words sent twice are one report, and a program that fills in everything is not kept', async () => {
  await send();
  expect(await send()).toEqual({ ok: true });
  expect(await send({ text: '买东西请找我们吧', website: 'http://spam.example' })).toEqual({ ok: true });
  expect(await count()).toBe(1);
});

test('a flood from one address is stopped, also from its neighbours in IPv6, and nobody else is', async () => {
  const flood = async (addressOf: (number: number) => string, text: string) => {
    const answers: boolean[] = [];
    for (let number = 0; number < reportLimits.ofSender + 2; number += 1) {
      answers.push((await send({ text: `${text}，第 ${number} 处` }, addressOf(number))).ok);
    }
    return answers.filter(Boolean).length;
  };
  expect(await flood(() => '203.0.113.5', '这里写错了')).toBe(reportLimits.ofSender);
  expect(await flood((number) => `2001:db8:0:7::${number + 1}`, '那里写错了')).toBe(reportLimits.ofSender);
  expect((await send({ text: '另一位读者的话' }, '198.51.100.9')).ok).toBe(true);
  const later = new Date(noon.getTime() + 10 * 60_000 + 1);
  expect((await send({ text: '过了十分钟再说' }, '203.0.113.5', later)).ok).toBe(true);
});

test('all addresses together are held back, so that no net of machines fills the desk', async () => {
  for (let number = 0; number < reportLimits.ofAll; number += 1) {
    await send({ text: `第 ${number} 台机器说的话` }, `198.51.${100 + (number >> 8)}.${number & 255}`);
  }
  expect(await send({ text: '又一台机器说的话' }, '192.0.2.1')).toMatchObject({ ok: false, isTooMany: true });
});

test('the address of a sender is nowhere in the database, and has another name tomorrow', async () => {
  await send();
  await send({ text: '第二天又看到一处' }, '203.0.113.5', new Date(noon.getTime() + 86_400_000));
  const rows = await reader().select().from(readerReports);
  expect(JSON.stringify(rows)).not.toContain('203.0.113');
  expect(new Set(rows.map(({ sender }) => sender)).size).toBe(2);
});

test('a report ends once: answered or dropped with words, corrected without', async () => {
  await send();
  const reportId = (await reader().select().from(readerReports))[0]!.id;
  const messageOf = (input: object) => closeReportForm.safeParse(input).error?.issues[0]?.message;
  expect(messageOf({ reportId, state: 'dropped', note: ' ' })).toContain('为什么不采纳');
  expect(messageOf({ reportId, state: 'corrected' })).toBeUndefined();
  valueOf(await closeReport(chief, { reportId, state: 'dropped', note: '核实无误' }));
  expect(await closeReport(chief, { reportId, state: 'answered', note: '已电话答复' })).toMatchObject({
    ok: false,
  });
  expect((await listReports(chief, { state: 'open' })).reports).toEqual([]);
  expect((await listReports(chief, { state: 'dropped' })).reports).toMatchObject([
    { note: '核实无误', closedByName: '总编甲' },
  ]);
  const events = await reader().select().from(timelineEvents).where(eq(timelineEvents.kind, 'reportClosed'));
  expect(events).toMatchObject([{ articleId: live.articleId, note: '不采纳：核实无误' }]);
});

test.for(editorRoles)(
  '%s sees and ends exactly the reports that the table of rights grants',
  async (role) => {
    await send();
    await send({ article: '', text: '城南修路没有围挡' });
    const reports = await reader().select().from(readerReports);
    const isGranted = roleVerbs[role].handleReports === 'any';
    const sea = await addSection(await rootSectionId(), 'sea');
    const ends = async (editor: Editor, of: 'article' | 'tip') => {
      const { id } = reports.find(({ articleId }) => (articleId === null) === (of === 'tip'))!;
      const answer = await closeReport(editor, { reportId: id, state: 'dropped', note: '核实' }).catch(
        (error: unknown) => error,
      );
      return !(answer instanceof NotAllowedError);
    };
    const sees = async (editor: Editor) =>
      (await listReports(editor, { state: 'open' }).catch(() => ({ reports: [] }))).reports.length;
    const elsewhere = await addEditor('别处的人', [role], sea);
    expect([await sees(elsewhere), await ends(elsewhere, 'article'), await ends(elsewhere, 'tip')]).toEqual([
      0,
      false,
      false,
    ]);
    const inTown = await addEditor('本栏目的人', [role], town);
    expect([await sees(inTown), await ends(inTown, 'tip')]).toEqual([isGranted ? 1 : 0, false]);
    const ofPortal = await addEditor('全站的人', [role]);
    expect(await sees(ofPortal)).toBe(isGranted ? 2 : 0);
    expect([await ends(inTown, 'article'), await ends(ofPortal, 'tip')]).toEqual([isGranted, isGranted]);
  },
);

test('a number that was never given answers as a report out of reach', async () => {
  const reporter = await addEditor('记者乙', ['reporter'], town);
  const ask = (reportId: number) =>
    closeReport(reporter, { reportId, state: 'dropped', note: '核实' }).catch((error: unknown) => error);
  await send();
  expect(await ask(9_000_000)).toEqual(await ask(1));
});

test('reports are read page by page, the newest first', async () => {
  for (let number = 0; number < 55; number += 1) {
    await send({ text: `第 ${number} 位读者说的` }, `198.51.100.${number}`);
  }
  const first = await listReports(chief, { state: 'open' });
  expect(first.reports).toHaveLength(50);
  expect(first.reports[0]?.text).toBe('第 54 位读者说的');
  const second = await listReports(chief, { state: 'open', before: first.older });
  expect(second.reports.map(({ text }) => text)).toEqual(
    [4, 3, 2, 1, 0].map((number) => `第 ${number} 位读者说的`),
  );
  expect(second.older).toBeUndefined();
});
