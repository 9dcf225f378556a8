import { expect, test } from '@playwright/test';
import { signInAs } from '@/e2e/support/sign-in';

test('a section is added, renamed and removed, and every address it had goes on in one hop', async ({
  page,
  request,
}) => {
  const mark = Date.now().toString(36);
  await signInAs(page, ['administrator']);
  await page.goto('/desk/sections');
  await page.getByRole('button', { name: '新建城事的下级栏目' }).click();
  let dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('夜市');
  await dialog.getByLabel('地址的最后一段').focus();
  await expect(dialog.getByLabel('地址的最后一段')).toHaveValue(/^yeshi/u);
  await dialog.getByLabel('名称').fill(`夜市${mark}`);
  await dialog.getByLabel('地址的最后一段').fill('Night');
  await dialog.getByRole('button', { name: '新建栏目' }).click();
  await expect(dialog.getByText(/只能用小写字母/u)).toBeVisible();
  await dialog.getByLabel('地址的最后一段').fill(`night-${mark}`);
  await expect(dialog.getByText(`/city/night-${mark}`)).toBeVisible();
  await dialog.getByRole('button', { name: '新建栏目' }).click();
  await expect(page.getByText('栏目已新建。')).toBeVisible();
  expect((await request.get(`/city/night-${mark}`)).status()).toBe(200);

  await page.getByRole('button', { name: `夜市${mark}`, exact: true }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('上级').selectOption({ label: '　文化' });
  await dialog.getByLabel('地址的最后一段').fill(`market-${mark}`);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('栏目已保存。')).toBeVisible();
  const old = await request.get(`/city/night-${mark}`, { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([301, `/culture/market-${mark}`]);
  expect((await request.get(`/culture/market-${mark}`, { maxRedirects: 0 })).status()).toBe(200);
  const feed = await request.get(`/city/night-${mark}/feed.xml`, { maxRedirects: 0 });
  expect([feed.status(), feed.headers().location]).toEqual([301, `/culture/market-${mark}/feed.xml`]);
  expect((await request.get(`/culture/market-${mark}/feed.xml`, { maxRedirects: 0 })).status()).toBe(200);

  await page.getByRole('button', { name: `夜市${mark}：更多操作` }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await page.getByRole('button', { name: '删除栏目' }).click();
  await expect(page.getByText(/^栏目已删除/u)).toBeVisible();
  for (const address of [`/city/night-${mark}`, `/culture/market-${mark}`]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([301, '/culture']);
  }
});

test('sections change places by key and by button, and the navigation follows', async ({ page }) => {
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/sections');
  const rows = page.getByRole('region', { name: '栏目' }).locator('tbody tr');
  const names = async () => (await rows.allTextContents()).map((text) => /教育|健康/u.exec(text)?.[0]);
  const order = async () => (await names()).filter(Boolean);
  expect(await order()).toEqual(['教育', '健康']);
  await page.getByRole('button', { name: '教育', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['健康', '教育']);
  await expect(page.getByRole('button', { name: '教育', exact: true })).toBeFocused();
  await page.getByRole('button', { name: '上移教育' }).click();
  await expect.poll(order).toEqual(['教育', '健康']);
});

test('a section with articles is kept, and the dialog says why', async ({ page }) => {
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/sections');
  await page.getByRole('button', { name: '体育：更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await page.getByRole('button', { name: '删除栏目' }).click();
  await expect(page.getByRole('alert').getByText(/“体育”还有 \d+ 篇稿件/u)).toBeVisible();
});
