import { expect, test } from '@playwright/test';
import { newMark } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';

test('what an administrator sets readers see at once; what is wrong is said at its field and nothing is lost', async ({
  page,
}) => {
  await signInAs(page, ['administrator']);
  await page.goto('/desk/settings');
  const remark = `本站说明 ${newMark()}`;
  const footer = page.getByRole('form', { name: '页脚和许可证' });
  const before = await footer.getByLabel('其他说明').inputValue();
  const icp = await footer.getByLabel('ICP 备案号').inputValue();
  await footer.getByLabel('其他说明').fill(remark);
  await footer.getByLabel('ICP 备案号').fill('不是备案号');
  await footer.getByRole('button', { name: '保存页脚和许可证' }).click();
  await expect(footer.getByText('ICP 备案号的形式是', { exact: false }).last()).toBeVisible();
  await expect(footer.getByLabel('其他说明')).toHaveValue(remark);
  await footer.getByLabel('ICP 备案号').fill(icp);
  await footer.getByRole('button', { name: '保存页脚和许可证' }).click();
  await expect(page.getByText('“页脚和许可证”已保存')).toBeVisible();
  expect(await (await page.request.get('/about')).text()).toContain(remark);
  await footer.getByLabel('其他说明').fill(before);
  await footer.getByRole('button', { name: '保存页脚和许可证' }).click();
  await expect
    .poll(async () => (await (await page.request.get('/about')).text()).includes(remark))
    .toBe(false);
});

test('a receiver is added, its secret shown once, and removed; others are told that they may not', async ({
  page,
  browser,
}) => {
  await signInAs(page, ['administrator']);
  await page.goto('/desk/push');
  const name = newMark();
  await page.getByLabel('名字').fill(name);
  await page.getByLabel('接收网址').fill('没有协议');
  await page.getByRole('button', { name: '新增网络回调' }).click();
  await expect(page.getByText('请填写以 http:// 或 https:// 开头的完整网址')).toBeVisible();
  await page.getByLabel('接收网址').fill('https://app.chenglan.example/hook');
  await page.getByRole('button', { name: '新增网络回调' }).click();
  const secret = await page
    .getByRole('status')
    .filter({ hasText: '只显示这一次' })
    .locator('code')
    .innerText();
  expect(secret.length).toBeGreaterThan(40);
  await page.reload();
  await expect(page.getByText(name)).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: `删除${name}` }).click();
  await expect(page.getByText(`已删除“${name}”`)).toBeVisible();

  const others = await browser.newContext();
  const other = await others.newPage();
  await signInAs(other, ['chiefEditor']);
  for (const path of ['/desk/settings', '/desk/push']) {
    await other.goto(path);
    await expect(other.getByText('您的岗位没有“修改网站设置”的权限')).toBeVisible();
  }
  await others.close();
});
