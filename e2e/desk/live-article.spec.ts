import { expect, test } from '@playwright/test';
import {
  asEditor,
  leaveDraft,
  leaveLiveArticle,
  newMark,
  openForm,
  rowOf,
  saveAndApprove,
} from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';

test('readers keep the old text until the new one is published, at the same address and time', async ({
  page,
  browser,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const [before, after] = [newMark(), newMark()];
  const { articleId } = await leaveLiveArticle(chief, 'city', before);
  const context = await browser.newContext();
  const readers = await context.newPage();
  await expect(async () => {
    expect((await readers.goto(`/article/${articleId}`))!.status()).toBe(200);
  }).toPass();
  const published = await readers.locator('time').first().innerText();

  await openForm(page, articleId);
  await page.getByLabel('标题', { exact: true }).fill(after);
  await expect(page.getByText('有未发布的修改')).toBeVisible();
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await readers.reload();
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(before);

  await saveAndApprove(page, articleId);
  await page.getByRole('button', { name: '发布修改', exact: true }).click();
  await page.getByRole('button', { name: '确认发布修改' }).click();
  await expect(page.getByText('已更新，读者现在看到的是新的一版')).toBeVisible();
  await readers.reload();
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(after);
  await expect(readers.locator('time').first()).toHaveText(published);
  const row = await rowOf(articleId);
  expect(row?.modifiedAt?.getTime()).toBeGreaterThan(row!.publishedAt!.getTime());
  await context.close();
});

test('what is taken off the site is gone with the next request and can come back', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveLiveArticle(chief, 'city', newMark());
  const status = async () => (await page.request.get(`/article/${articleId}`)).status();
  await expect.poll(status).toBe(200);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '下线', exact: true }).click();
  await page.getByLabel('说明（记入操作记录）').fill('核实数字');
  await page.getByRole('button', { name: '确认下线' }).click();
  await expect(page.getByText('已下线，读者已看不到这篇稿件')).toBeVisible();
  expect(await status()).toBe(404);
  await expect(page.getByText('核实数字')).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByText('已发布，读者现在就能看到')).toBeVisible();
  expect(await status()).toBe(200);
});

test('changes of a live article can be given up, and the form shows what readers see', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const headline = newMark();
  const { articleId } = await leaveLiveArticle(chief, 'city', headline);
  await openForm(page, articleId);
  await page.getByLabel('标题', { exact: true }).fill('改错了');
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await page.getByRole('button', { name: '放弃修改' }).click();
  await page.getByRole('button', { name: '确认放弃' }).click();
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue(headline);
  await expect(page.getByText('有未发布的修改')).toBeHidden();
});

test('a preview link shows the draft to an outsider until it is revoked, and nobody else anything', async ({
  page,
  browser,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const headline = newMark();
  const { articleId } = await leaveDraft(chief, 'city', headline);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '生成链接' }).click();
  const address = await page.getByLabel('新的预览链接').inputValue();

  const outsider = await browser.newContext();
  const reading = await outsider.newPage();
  const answer = (await reading.goto(address))!;
  expect(answer.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  await expect(reading.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(reading.getByText('还没有发布的预览稿')).toBeVisible();
  expect((await reading.goto(`/article/${articleId}`))!.status()).toBe(404);
  await reading.goto(`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`);
  await expect(reading.getByText('这个预览链接不能用了')).toBeVisible();
  await expect(reading.getByText(headline)).toHaveCount(0);

  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(page.getByText('预览链接已撤销')).toBeVisible();
  await reading.goto(address);
  await expect(reading.getByText('这个预览链接不能用了')).toBeVisible();
  await outsider.close();
});

test('the preview beside the form shows what is being typed, as readers will see it', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await openForm(page, articleId);
  await page.getByRole('button', { name: '预览', exact: true }).click();
  const frame = page.frameLocator('iframe');
  await page.getByLabel('标题', { exact: true }).fill('边写边看');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('边写边看');
  await expect(frame.locator('.article-body')).toContainText('河边的步道今天开放。');
  await page.getByRole('button', { name: '电脑', exact: true }).click();
  expect(
    await page.locator('iframe').evaluate((element: HTMLElement) => element.offsetWidth),
  ).toBeGreaterThan(1000);
});

test('a draft is sent to a colleague, comes back with the reason, and can be deleted', async ({
  page,
  browser,
}) => {
  const reporter = await signInAs(page, ['reporter']);
  const { articleId } = await leaveDraft(asEditor(reporter, ['reporter']), 'city', newMark());
  const other = await browser.newContext();
  const head = await signInAs(other, ['departmentHead']);
  await openForm(page, articleId);
  await expect(page.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByLabel('送给').selectOption({ label: head.name });
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('已送审')).toBeVisible();

  const second = await other.newPage();
  await second.goto('/desk?queue=sent');
  await second.locator('[data-queue-line]').first().click();
  await second.getByRole('button', { name: '退回' }).click();
  await second.getByLabel('退回的原因').fill('请核实里程');
  await second.getByRole('button', { name: '确认退回' }).click();
  await expect(second.getByText('已退回作者')).toBeVisible();

  await page.reload();
  await expect(page.getByText('请核实里程')).toBeVisible();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('button', { name: '确认删除' }).click();
  await page.waitForURL(/\/desk$/u);
  expect(await rowOf(articleId)).toBeUndefined();
  await other.close();
});
