import { expect, test } from '@playwright/test';
import { asEditor, leaveDraft, newMark, openForm } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';

test('who is sent an article sees it in the navigation of any page, reads why, and it is no news any more', async ({
  page,
  browser,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const context = await browser.newContext();
  const colleague = await context.newPage();
  const { name } = await signInAs(colleague, ['editor']);
  const mark = newMark();
  const { articleId } = await leaveDraft(chief, 'city', mark);
  await openForm(page, articleId);
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByLabel('送给').selectOption({ label: name });
  await page.getByLabel('附言').fill('请先核对日期');
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('已送审')).toBeVisible();

  await colleague.goto('/desk/media');
  await expect(colleague.getByRole('link', { name: /通知 1 条新通知/u })).toBeVisible();
  await colleague.getByRole('link', { name: /通知/u }).click();
  const notice = colleague.getByRole('listitem').filter({ hasText: mark });
  await expect(notice).toContainText('请先核对日期');
  await expect(colleague.getByRole('link', { name: '通知', exact: true })).toBeVisible();
  await notice.getByRole('link', { name: mark }).click();
  await colleague.getByRole('textbox', { name: '正文' }).waitFor();
  await context.close();
});
