import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { tx } from '@/db/client';
import { schedules } from '@/db/schema/schedules';
import { asEditor, leaveDraft, newMark, openForm, rowOf } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { nextYear } from '@/features/articles/testing/article-acts';
import { formatDateTime } from '@/lib/dates';
import { approveText } from '@/features/review/testing/approve-text';

/** Moves the time that was set by form, because a journey cannot wait for a year. */
async function letFallDue(articleId: number, dueAt: Date): Promise<void> {
  await tx((q) => q.update(schedules).set({ dueAt }).where(eq(schedules.articleId, articleId)));
}

test('an article is given a time, waits unchanged, and is published by the running portal', async ({
  page,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await approveText(articleId);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '定时发布' }).click();
  await page.getByLabel('发布时间').fill('2020-01-01T08:00');
  await page.getByRole('dialog').getByRole('button', { name: '定时发布' }).click();
  await expect(page.getByText('时间已经过去了')).toBeVisible();

  await page.getByRole('button', { name: '定时发布' }).click();
  await page.getByLabel('发布时间').fill(nextYear().at);
  await page.getByLabel('时区').selectOption('Asia/Tokyo');
  await page.getByRole('dialog').getByRole('button', { name: '定时发布' }).click();
  await expect(page.getByText('已定时发布')).toBeVisible();
  await expect(page.getByText(`东京 ${nextYear().at.slice(0, 10)}`).first()).toBeVisible();
  await expect(page.getByText('定时发布', { exact: true }).first()).toBeVisible();
  // What was looked at waits as it is.
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeHidden();
  expect((await page.request.get(`/article/${articleId}`)).status()).toBe(404);

  await letFallDue(articleId, new Date());
  await expect.poll(async () => (await page.request.get(`/article/${articleId}`)).status()).toBe(200);
  await page.goto('/desk');
  await expect(page.getByRole('region', { name: '漏发' }).getByText(`${articleId}`)).toBeHidden();
});

test('what was published late stands as 漏发 at the desk until somebody has seen it', async ({
  page,
  browser,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const mark = newMark();
  const { articleId } = await leaveDraft(chief, 'city', mark);
  await approveText(articleId);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '定时发布' }).click();
  await page.getByLabel('发布时间').fill(nextYear().at);
  await page.getByRole('dialog').getByRole('button', { name: '定时发布' }).click();
  await expect(page.getByText('已定时发布')).toBeVisible();
  const dueAt = new Date(Date.now() - 10 * 60_000);
  await letFallDue(articleId, dueAt);
  await expect.poll(async () => (await rowOf(articleId))?.status).toBe('published');

  await page.goto('/desk');
  const missed = page.getByRole('region', { name: '漏发' }).getByRole('listitem').filter({ hasText: mark });
  await expect(missed).toContainText(`定于 ${formatDateTime(dueAt)} 发布`);
  const reporters = await browser.newContext();
  const reporterPage = await reporters.newPage();
  await signInAs(reporterPage, ['reporter']);
  await reporterPage.goto('/desk');
  await expect(reporterPage.getByText('漏发')).toBeHidden();
  await reporters.close();
  await missed.getByRole('button', { name: '知道了' }).click();
  await expect(missed).toBeHidden();
  await page.reload();
  await expect(missed).toBeHidden();
});

test('a time is cancelled and the text can be written on; an embargo is seen and binds', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await approveText(articleId);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '定时发布' }).click();
  await page.getByLabel('发布时间').fill(nextYear().at);
  await page.getByRole('dialog').getByRole('button', { name: '定时发布' }).click();
  await page.getByRole('button', { name: '取消定时' }).click();
  await expect(page.getByText('已取消定时')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAttribute('contenteditable', 'true');

  await page.getByRole('button', { name: '设定禁发' }).click();
  await page.getByLabel('禁发至').fill(nextYear().at);
  await page.getByRole('dialog').getByRole('button', { name: '设定禁发' }).click();
  await expect(page.getByText(/^禁发至 \d{4}/u).first()).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByText('到时才能发布')).toBeVisible();
  expect((await rowOf(articleId))?.status).toBe('draft');
  await page.getByRole('button', { name: '解除禁发' }).click();
  await expect(page.getByText('已解除禁发')).toBeVisible();
});
