import type { Browser } from '@playwright/test';
import { and, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { corrections } from '@/db/schema/corrections';
import { openArticles, previews, revisions, timelineEvents } from '@/db/schema/desk';
import { schedules } from '@/db/schema/schedules';
import { asEditor, leaveDraft, newMark, openForm, rowOf, typeAtEnd } from '@/e2e/support/desk-articles';
import { type SignedInEditor, signInAs } from '@/e2e/support/sign-in';
import { keepOpen } from '@/features/articles/open-articles';
import { approveText } from '@/features/review/testing/approve-text';
import { nextYear } from '@/features/articles/testing/article-acts';
import type { EditorRole } from '@/lib/editor-role';
import { type Answer, ask } from '@/server/testing/http-client';

/*
 * The requests behind the buttons of the article form: learnt from a page that a chief editor uses, asked
 * again by hand as anybody and with anything.
 */

export const formActions = [
  'save',
  'keepOpen',
  'takeOver',
  'send',
  'returnToAuthor',
  'schedule',
  'cancelSchedule',
  'setEmbargo',
  'publish',
  'discard',
  'correct',
  'removeCorrection',
  'unpublish',
  'withdraw',
  'reinstate',
  'makePreview',
  'revokePreview',
  'deleteDraft',
  'close',
] as const;
export type FormAction = (typeof formActions)[number];

/** The name under which Next knows the action, and what the page sent with it. */
export type CapturedAction = { id: string; body: string; headers: Record<string, string> };

/** Uses every button of the form once and keeps what it sends. */
export async function captureActions(browser: Browser): Promise<Record<FormAction, CapturedAction>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const colleague = asEditor(await signInAs(await browser.newContext(), ['editor']), ['editor']);
  const sent: CapturedAction[] = [];
  page.on('request', (request) => {
    const headers = request.headers();
    const id = headers['next-action'];
    if (id !== undefined) sent.push({ id, body: request.postData() ?? '', headers });
  });
  const learnt = new Map<FormAction, CapturedAction>();
  /** Waits until a request of exactly these fields comes with a name that is new. */
  const learn = async (name: FormAction, fields: string[], press: () => Promise<void>) => {
    await press();
    const known = new Set([...learnt.values()].map(({ id }) => id));
    const deadline = Date.now() + 10_000;
    for (;;) {
      const found = sent.find(({ id, body }) => !known.has(id) && isOf(body, fields));
      if (found !== undefined) return learnt.set(name, found);
      if (Date.now() > deadline) throw new Error(`No request of ${name} was seen.`);
      await page.waitForTimeout(50);
    }
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await keepOpen(colleague, { articleId, tab: 'tab-of-a-colleague' });
  await learn('keepOpen', ['articleId', 'tab'], () => openForm(page, articleId));
  await learn('takeOver', ['articleId', 'tab'], () => press('接手编辑'));
  await learn('save', ['articleId', 'baseVersion', 'kind', 'tab', 'content'], () =>
    typeAtEnd(page, '又一句。'),
  );
  await learn('makePreview', ['articleId', 'days'], () => press('生成链接'));
  await learn('revokePreview', ['articleId', 'previewId'], async () => {
    const link = page.getByRole('listitem').filter({ hasText: '到期' });
    await link.getByRole('button', { name: '撤销', exact: true }).click();
  });
  await learn('send', ['articleId', 'version', 'assigneeId', 'note', 'dueAt'], async () => {
    await press('送审');
    await confirm('送审');
  });
  await learn('returnToAuthor', ['articleId', 'note'], async () => {
    await press('退回');
    await page.getByLabel('退回的原因').fill('请核实');
    await confirm('确认退回');
  });
  // What was returned starts over: three colleagues sign it, once it is back.
  await page.getByText('已退回作者').waitFor();
  await approveText(articleId);
  await learn('schedule', ['articleId', 'kind', 'version', 'at', 'zone'], async () => {
    await press('定时发布');
    await page.getByLabel('发布时间').fill(nextYear().at);
    await confirm('定时发布');
  });
  await learn('cancelSchedule', ['articleId', 'scheduleId'], () => press('取消定时'));
  await learn('setEmbargo', ['articleId', 'until', 'zone'], async () => {
    await press('设定禁发');
    await page.getByLabel('禁发至').fill(nextYear().at);
    await confirm('设定禁发');
    await press('解除禁发');
    await page.getByText('已解除禁发').waitFor();
  });
  await learn('publish', ['articleId', 'version'], async () => {
    await press('发布');
    await confirm('确认发布');
  });
  await learn('discard', ['articleId', 'version'], async () => {
    await page.getByText('已发布，读者现在就能看到').waitFor();
    await typeAtEnd(page, '再一句。');
    await press('放弃修改');
    await confirm('确认放弃');
  });
  await learn('correct', ['articleId', 'text'], async () => {
    await press('更正');
    await page.getByLabel('更正的内容').fill('时间应为周六。');
    await confirm('发布更正');
  });
  await learn('removeCorrection', ['articleId', 'correctionId', 'note'], async () => {
    await press('取消更正');
    await page.getByLabel('取消的原因（记入操作记录）').fill('原文没有错');
    await confirm('确认取消更正');
  });
  await learn('unpublish', ['articleId', 'note'], async () => {
    await press('下线');
    await confirm('确认下线');
  });
  await learn('withdraw', ['articleId', 'reason'], async () => {
    await press('撤稿');
    await page.getByLabel('撤稿的原因（读者会看到）').fill('消息不实');
    await confirm('确认撤稿');
  });
  await learn('reinstate', ['articleId', 'note'], async () => {
    await press('恢复');
    await page.getByLabel('恢复的原因（记入操作记录）').fill('查实无误');
    await confirm('确认恢复');
  });
  const draft = await leaveDraft(chief, 'city', newMark());
  await openForm(page, draft.articleId);
  await learn('deleteDraft', ['articleId', 'version'], async () => {
    await press('删除');
    await confirm('确认删除');
  });
  await learn('close', ['articleId', 'tab'], () => page.waitForURL(/\/desk$/u));
  await context.close();
  return Object.fromEntries(learnt) as Record<FormAction, CapturedAction>;
}

function isOf(body: string, fields: string[]): boolean {
  const [given] = JSON.parse(body) as [Record<string, unknown>];
  return given !== null && Object.keys(given).toSorted().join() === fields.toSorted().join();
}

export type Signed = SignedInEditor & { cookie: string };

/** A new account with these roles, and the Cookie header of a login of it. */
export async function signedCookie(browser: Browser, roles: EditorRole[], sectionId = 1): Promise<Signed> {
  const context = await browser.newContext();
  const signedIn = await signInAs(context, roles, sectionId);
  const cookies = await context.cookies();
  await context.close();
  return { ...signedIn, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

export const portal = () => new URL(process.env.PORTAL_ORIGIN ?? '');

type Asked = {
  cookie?: string;
  /** The page that the request is sent to. */
  at?: string;
  /** Instead of those a browser on our own page sends; `undefined` leaves one out. */
  headers?: Record<string, string | undefined>;
};

/** Sends an action by hand. `input` is what the page would pass, or a body as it stands. */
export function askAction(
  { id }: Pick<CapturedAction, 'id'>,
  input: unknown,
  { cookie, at = '/desk', headers = {} }: Asked = {},
): Promise<Answer> {
  const body = typeof input === 'string' ? input : JSON.stringify([input]);
  const sent = {
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': id,
    origin: portal().origin,
    cookie,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return ask(Number(portal().port), at, {
    method: 'POST',
    body,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
  });
}

/** What the action answered: whether it did it, and in which words it refused. Undefined: it never ran. */
export function answerOf({ text }: Answer): { ok: boolean; message: string | undefined } | undefined {
  const ok = /"ok":(true|false)/u.exec(text)?.[1];
  if (ok === undefined) return undefined;
  return { ok: ok === 'true', message: /"message":"((?:[^"\\]|\\.)*)"/u.exec(text)?.[1] };
}

/** Everything the database holds of an article, to be compared with itself later. */
export async function dumpOf(articleId: number): Promise<string> {
  const q = reader();
  return JSON.stringify([
    await rowOf(articleId),
    await q.select().from(revisions).where(eq(revisions.articleId, articleId)).orderBy(revisions.id),
    await q
      .select()
      .from(timelineEvents)
      .where(eq(timelineEvents.articleId, articleId))
      .orderBy(timelineEvents.id),
    await q.select().from(previews).where(eq(previews.articleId, articleId)).orderBy(previews.id),
    await q.select().from(schedules).where(eq(schedules.articleId, articleId)),
    await q.select().from(corrections).where(eq(corrections.articleId, articleId)),
    await q.select().from(openArticles).where(eq(openArticles.articleId, articleId)),
  ]);
}

/** The id of the one correction of an article. */
export async function correctionIdOf(articleId: number): Promise<number> {
  const [one] = await reader()
    .select({ id: corrections.id })
    .from(corrections)
    .where(eq(corrections.articleId, articleId));
  return one?.id ?? 1;
}

/** The id of the one time that waits for an article. */
export async function scheduleIdOf(articleId: number): Promise<number> {
  const [one] = await reader()
    .select({ id: schedules.id })
    .from(schedules)
    .where(and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting')));
  return one?.id ?? 1;
}

/** The id of the one preview that was made of an article. */
export async function previewIdOf(articleId: number): Promise<number> {
  const [one] = await reader()
    .select({ id: previews.id })
    .from(previews)
    .innerJoin(articles, eq(articles.id, previews.articleId))
    .where(and(eq(previews.articleId, articleId)));
  return one?.id ?? 1;
}
