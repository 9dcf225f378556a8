import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleReviews } from '@/db/schema/review';
import { answerOf, askAction, type CapturedAction } from '@/e2e/support/desk-actions';
import {
  asEditor,
  leaveDraft,
  newMark,
  openForm,
  rowOf,
  sectionIdOf,
  typeAtEnd,
} from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import type { Editor } from '@/features/access/editor';
import { sendArticle } from '@/features/articles/send-article';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { approve, send, versionOf } from '@/features/review/testing/review-people';
import type { EditorRole } from '@/lib/editor-role';

/* 三审三校 as four people meet it: by their buttons, and behind their back by the requests of the buttons. */

type Person = { page: Page; editor: Editor; cookie: string; sent: CapturedAction[] };

async function person(browser: Browser, roles: EditorRole[], sectionId = 1): Promise<Person> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const editor = asEditor(await signInAs(page, roles, sectionId), roles, sectionId);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const sent: CapturedAction[] = [];
  page.on('request', (request) => {
    const headers = request.headers();
    const id = headers['next-action'];
    if (id !== undefined) sent.push({ id, body: request.postData() ?? '', headers });
  });
  return { page, editor, cookie, sent };
}

/** The request that a page sent with exactly this word in it, newest first. */
function lastWith({ sent }: Person, word: string): CapturedAction {
  const found = sent.findLast(({ body }) => body.includes(word));
  if (found === undefined) throw new Error(`No request with ${word} was seen.`);
  return found;
}

const stageOf = async (articleId: number) =>
  (await reader().select().from(articleReviews).where(eq(articleReviews.articleId, articleId)))[0]?.stage;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function sign({ page }: Person, articleId: number, label: string): Promise<void> {
  await openForm(page, articleId);
  await button(page, label).click();
  await page.getByRole('dialog').getByLabel('意见').fill('可以');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: label === '签发' ? '确认签发' : '确认通过' })
    .click();
}

test('four accounts walk a text through the chain; every forbidden step is refused by button and by request', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const author = await person(browser, ['reporter', 'editor']);
  const editor = await person(browser, ['editor', 'departmentHead']);
  const head = await person(browser, ['departmentHead']);
  const chief = await person(browser, ['chiefEditor']);
  const headline = newMark();
  const { articleId } = await leaveDraft(author.editor, 'city', headline);
  const readers = await (await browser.newContext()).newPage();
  const status = async () => (await readers.request.get(`/article/${articleId}`)).status();

  await openForm(author.page, articleId);
  await button(author.page, '送审').click();
  await author.page.getByRole('dialog').getByRole('button', { name: '送审', exact: true }).click();
  await expect(author.page.getByText('已送审')).toBeVisible();

  // One's own text.
  const chain = (page: Page) => page.getByRole('region', { name: '审核' });
  await expect(chain(author.page).getByText('不能审自己的文字')).toBeVisible();
  await expect(button(author.page, '初审通过')).toHaveCount(0);

  await editor.page.goto('/desk?queue=toReview');
  await editor.page.getByRole('link', { name: headline }).click();
  await sign(editor, articleId, '初审通过');
  await expect(editor.page.getByText('初审已通过')).toBeVisible();
  const approval = lastWith(editor, '"stage"');
  const replay = async (who: Person, stage: string, changes = {}) =>
    answerOf(
      await askAction(
        approval,
        {
          articleId,
          version: await versionOf(articleId),
          stage,
          opinion: '',
          withProofreading: true,
          andPublish: false,
          ...changes,
        },
        { cookie: who.cookie, at: `/desk/articles/${articleId}` },
      ),
    );

  // A second stage by one person.
  await expect(chain(editor.page).getByText('同一个人只能参与一个审级')).toBeVisible();
  await expect(button(editor.page, '复审通过')).toHaveCount(0);
  expect(await replay(editor, 'second')).toMatchObject({
    ok: false,
    message: expect.stringContaining('同一个人'),
  });
  // One's own text, a stage out of order, a stage without the right.
  expect(await replay(author, 'first')).toMatchObject({ ok: false });
  expect(await replay(author, 'second')).toMatchObject({
    ok: false,
    message: expect.stringContaining('您的岗位没有“复审”的权限'),
  });
  expect(await replay(chief, 'final')).toMatchObject({
    ok: false,
    message: expect.stringContaining('现在轮到复审'),
  });
  // Publication before the chain is complete.
  await openForm(chief.page, articleId);
  await button(chief.page, '发布').click();
  await expect(chief.page.getByRole('dialog').getByText('还缺复审、二校、终审、三校')).toBeVisible();
  await button(chief.page, '确认发布').click();
  await expect(chief.page.getByRole('alert').filter({ hasText: '先审后发' })).toBeVisible();
  const publication = lastWith(chief, `[{"articleId":${articleId},"version"`);
  const version = await versionOf(articleId);
  const published = await askAction(
    publication,
    { articleId, version },
    { cookie: chief.cookie, at: `/desk/articles/${articleId}` },
  );
  expect(answerOf(published)).toMatchObject({ ok: false, message: expect.stringContaining('先审后发') });
  expect(await status()).toBe(404);

  await sign(head, articleId, '复审通过');
  await expect(head.page.getByText('复审已通过')).toBeVisible();
  expect(await stageOf(articleId)).toBe('final');

  // One character more, and everything is open again.
  await openForm(author.page, articleId);
  await typeAtEnd(author.page, '！');
  await expect(chain(author.page).getByRole('listitem').first()).toContainText('轮到这一步');
  expect(await stageOf(articleId)).toBe('first');
  await openForm(chief.page, articleId);
  await expect(button(chief.page, '签发')).toHaveCount(0);
  expect(await replay(chief, 'final', { andPublish: true })).toMatchObject({
    ok: false,
    message: expect.stringContaining('现在轮到初审'),
  });
  expect(await status()).toBe(404);

  await sign(editor, articleId, '初审通过');
  await expect(editor.page.getByText('初审已通过')).toBeVisible();
  await sign(head, articleId, '复审通过');
  await expect(head.page.getByText('复审已通过')).toBeVisible();
  await chief.page.goto('/desk?queue=toSign');
  await expect(chief.page.getByRole('link', { name: headline })).toBeVisible();
  await sign(chief, articleId, '签发');
  await expect(chief.page.getByText('已签发并发布')).toBeVisible();
  await expect.poll(status).toBe(200);

  await chief.page.getByRole('link', { name: '审签单' }).click();
  const signatures = chief.page.getByRole('region', { name: '这一版文字的审校' });
  for (const { editor: one } of [editor, head, chief]) {
    await expect(signatures.getByText(one.name).first()).toBeVisible();
  }
  await expect(chief.page.getByText(/^[0-9a-f]{64}$/u)).toBeVisible();
  await expect(
    chief.page.getByRole('region', { name: '以前的审校' }).getByText('作废').first(),
  ).toBeVisible();
});

test('changes of a live article show to readers with 签发 and not before, at the same address and time', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const [author, editor, head] = [
    await person(browser, ['reporter']),
    await person(browser, ['editor']),
    await person(browser, ['departmentHead']),
  ];
  const chief = await person(browser, ['chiefEditor']);
  const [before, after] = [newMark(), newMark()];
  const { articleId } = await leaveDraft(author.editor, 'city', before);
  const walk = async () => {
    await send(author.editor, articleId);
    valueOf(await approve(editor.editor, articleId, 'first'));
    valueOf(await approve(head.editor, articleId, 'second'));
  };
  await walk();
  await sign(chief, articleId, '签发');
  await expect(chief.page.getByText('已签发并发布')).toBeVisible();
  const first = (await rowOf(articleId))!.publishedAt;

  await openForm(author.page, articleId);
  await author.page.getByLabel('标题', { exact: true }).fill(after);
  await expect(author.page.getByText('有未发布的修改')).toBeVisible();
  await expect(author.page.getByText(/已保存/u)).toBeVisible();
  await walk();
  const readers = await (await browser.newContext()).newPage();
  await readers.goto(`/article/${articleId}`);
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(before);
  await sign(chief, articleId, '签发');
  await expect(chief.page.getByText('已签发并发布')).toBeVisible();
  await readers.reload();
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(after);
  const row = await rowOf(articleId);
  expect(row!.publishedAt).toEqual(first);
  expect(row!.modifiedAt!.getTime()).toBeGreaterThan(first!.getTime());
});

test('a text comes back with a reason and a mark at its paragraph, which the author deals with', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const [author, editor] = [await person(browser, ['reporter']), await person(browser, ['editor'])];
  const headline = newMark();
  const { articleId, version } = await leaveDraft(author.editor, 'city', headline);
  valueOf(await sendArticle(author.editor, { articleId, version, assigneeId: null, note: '' }));

  await openForm(editor.page, articleId);
  await editor.page.getByRole('textbox', { name: '正文' }).click();
  await button(editor.page, '标注光标所在的段落').click();
  await editor.page.getByLabel('哪里有问题，怎么改').fill('步道多长？');
  await button(editor.page, '标注').click();
  await expect(editor.page.getByRole('list', { name: '段落标注' }).getByText('步道多长？')).toBeVisible();
  await button(editor.page, '退回').click();
  await editor.page.getByLabel('退回的原因').fill('请核实长度');
  await button(editor.page, '确认退回').click();
  await expect(editor.page.getByText('已退回作者')).toBeVisible();
  await editor.page.goto('/desk?queue=returned');
  await expect(editor.page.getByRole('link', { name: headline })).toBeVisible();

  await openForm(author.page, articleId);
  await expect(author.page.locator('.marked-block[data-notes*="步道多长？"]')).toBeVisible();
  await expect(author.page.getByText('改好后请再送审')).toBeVisible();
  await author.page.getByRole('list', { name: '段落标注' }).getByRole('button', { name: '已处理' }).click();
  await expect(author.page.locator('.marked-block')).toHaveCount(0);
});

test('我在看 shows in the queue and in the form of the other reviewer, and goes when it is given back', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const [author, editor] = [await person(browser, ['reporter']), await person(browser, ['editor'])];
  const [other, third] = [await person(browser, ['editor']), await person(browser, ['editor'])];
  const headline = newMark();
  const { articleId } = await leaveDraft(author.editor, 'city', headline);
  await send(author.editor, articleId);
  await other.page.goto('/desk?queue=waiting');
  await openForm(third.page, articleId);
  await openForm(editor.page, articleId);
  const words = `${editor.editor.name}在看`;
  await button(editor.page, '我在看').click();
  await expect(other.page.getByRole('row').filter({ hasText: headline }).getByText(words)).toBeVisible();
  await expect(third.page.getByText(words)).toBeVisible();
  await button(third.page, '我在看').click();
  await expect(third.page.getByText(`${editor.editor.name}正在看这篇稿件`)).toBeVisible();
  await button(editor.page, '不看了').click();
  await expect(third.page.getByText(words)).toHaveCount(0);
  await expect(other.page.getByText(words)).toHaveCount(0);
});

test('what is published first stands in red until its chain is complete', async ({ browser }) => {
  test.setTimeout(90_000);
  const author = await person(browser, ['reporter']);
  const people = {
    editor: await person(browser, ['editor']),
    head: await person(browser, ['departmentHead']),
    chief: await person(browser, ['chiefEditor']),
  };
  const headline = newMark();
  const { articleId } = await leaveDraft(author.editor, 'city', headline);
  await openForm(people.head.page, articleId);
  await expect(button(people.head.page, '先发后审')).toHaveCount(0);
  const { page } = people.chief;
  await openForm(page, articleId);
  await button(page, '先发后审').click();
  await expect(button(page, '确认先发布')).toBeDisabled();
  await page.getByLabel('不能等审完再发的原因').fill('暴雨红色预警');
  await button(page, '确认先发布').click();
  await expect(page.getByText('已先行发布，请尽快补审')).toBeVisible();
  await expect(page.getByText('审完之前这里一直是红色')).toBeVisible();
  await expect.poll(async () => (await page.request.get(`/article/${articleId}`)).status()).toBe(200);
  await author.page.goto('/desk?queue=unreviewed');
  await expect(author.page.getByRole('row').filter({ hasText: headline })).toContainText('先发后审，未审完');
  await page.goto(`/desk/articles/${articleId}/review-sheet`);
  await expect(page.getByText('审核尚未完成')).toBeVisible();
  valueOf(await approve(people.editor.editor, articleId, 'first'));
  valueOf(await approve(people.head.editor, articleId, 'second'));
  await sign(people.chief, articleId, '签发');
  await expect(page.getByText('审完之前这里一直是红色')).toHaveCount(0);
  await author.page.reload();
  await expect(author.page.getByRole('row').filter({ hasText: headline })).toHaveCount(0);
});

test('a chief editor says how many reviews a section asks for, and a text is asked no more than that', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const mark = newMark();
  const path = `culture/${mark}`;
  const sectionId = await addSection(await sectionIdOf('culture'), path);
  const chief = await person(browser, ['chiefEditor']);
  await chief.page.goto('/desk/sections');
  await chief.page.getByRole('button', { name: `修改${path}的审核规则` }).click();
  await chief.page.getByRole('dialog').getByLabel('一般稿件').selectOption('一审');
  await chief.page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const rules = chief.page.getByRole('region', { name: '审核规则' });
  await expect(rules.getByRole('row').filter({ hasText: path })).toContainText('一审');
  const author = await person(browser, ['reporter']);
  const { articleId } = await leaveDraft(author.editor, path, newMark());
  expect((await rowOf(articleId))?.sectionId).toBe(sectionId);
  await send(author.editor, articleId);
  await openForm(chief.page, articleId);
  await expect(chief.page.getByRole('list', { name: '审核进度' }).getByRole('listitem')).toHaveCount(1);
  await expect(button(chief.page, '签发')).toBeVisible();
});

test('whoever goes away lends the own stage to a colleague, and takes it back', async ({ browser }) => {
  test.setTimeout(60_000);
  const head = await person(browser, ['departmentHead']);
  const deputy = await person(browser, ['editor']);
  await head.page.goto('/desk/account');
  await head.page.getByLabel('委托给').selectOption({ label: deputy.editor.name });
  await head.page.getByLabel('开始（北京时间）').fill('2026-01-01T08:00');
  await head.page.getByLabel('结束（北京时间）').fill('2026-01-02T08:00');
  await button(head.page, '委托').click();
  await expect(head.page.getByText('结束的时间已经过去了')).toBeVisible();
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
  await head.page.getByLabel('开始（北京时间）').fill(day(-1));
  await head.page.getByLabel('结束（北京时间）').fill(day(3));
  await button(head.page, '委托').click();
  await expect(head.page.getByText(`由${deputy.editor.name}代您审`)).toBeVisible();
  const author = await person(browser, ['reporter']);
  const editor = await person(browser, ['editor']);
  const { articleId } = await leaveDraft(author.editor, 'city', newMark());
  await send(author.editor, articleId);
  valueOf(await approve(editor.editor, articleId, 'first'));
  await sign(deputy, articleId, '复审通过');
  await expect(deputy.page.getByText(`（代${head.editor.name}）`).first()).toBeVisible();
  await button(head.page, '结束委托').click();
  await expect(head.page.getByText(`由${deputy.editor.name}代您审`)).toHaveCount(0);
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`chain, sheet and queue fit ${width} pixels and can be read by everybody, ${colorScheme}`, async ({
      browser,
    }) => {
      test.setTimeout(60_000);
      const author = await person(browser, ['reporter']);
      const editor = await person(browser, ['editor']);
      const head = await person(browser, ['departmentHead']);
      const chief = await person(browser, ['chiefEditor']);
      const { page } = head;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { articleId, version } = await leaveDraft(author.editor, 'city', newMark());
      const dueAt = new Date(Date.now() - 60_000);
      valueOf(await sendArticle(author.editor, { articleId, version, assigneeId: null, note: '', dueAt }));
      valueOf(await approve(editor.editor, articleId, 'first'));
      await openForm(page, articleId);
      await expect(page.getByText('已超时').first()).toBeVisible();
      await expectClean(page, `form-${width}-${colorScheme}`);
      await button(page, '复审通过').click();
      await expectClean(page, `approve-${width}-${colorScheme}`);
      await page.goto(`/desk/articles/${articleId}/review-sheet`);
      await expectClean(page, `sheet-${width}-${colorScheme}`);
      await page.goto('/desk?queue=overdue');
      await expectClean(page, `queue-${width}-${colorScheme}`);
      await chief.page.setViewportSize({ width, height: 900 });
      await chief.page.emulateMedia({ colorScheme });
      await chief.page.goto('/desk/sections');
      await expectClean(chief.page, `rules-${width}-${colorScheme}`);
      await chief.page.goto('/desk/account');
      await expectClean(chief.page, `account-${width}-${colorScheme}`);
    });
  }
}

/** No fault that axe knows, nothing wider than the screen. REVIEW_SHOTS names a folder to keep pictures in. */
async function expectClean(page: Page, name: string): Promise<void> {
  if (process.env.REVIEW_SHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.REVIEW_SHOTS}/${name}.png`, fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}
