import { expect, test } from '@playwright/test';
import { journeyPassword, openAccount, signInWithPassword } from '@/e2e/support/open-account';
import { signInAs } from '@/e2e/support/sign-in';
import { deskVerbLabels, roleVerbs } from '@/features/access/role-verbs';
import { editorRoles } from '@/lib/editor-role';

test('a colleague is invited, comes in, gets another role, is disabled and comes back', async ({
  browser,
  page,
}) => {
  const mark = Date.now().toString(36);
  await signInAs(page, ['administrator']);
  await page.goto('/desk/editors');
  await page.getByRole('button', { name: '邀请同事' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill(`林照${mark}`);
  await dialog.getByLabel('邮箱').fill(`${mark}@invited.example`);
  await dialog.getByLabel('岗位 1').selectOption({ label: '编辑' });
  await dialog.getByRole('button', { name: '再加一个岗位' }).click();
  await dialog.getByLabel('岗位 2').selectOption({ label: '校对' });
  await dialog.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await dialog.getByText(/\/desk\/invitation\//u).innerText();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('region', { name: '还没有用的链接' })).toContainText(`林照${mark}`);

  const colleague = await browser.newPage();
  await colleague.goto(link);
  await colleague.getByLabel('新密码').fill(journeyPassword);
  await colleague.getByLabel('再输入一次').fill(journeyPassword);
  await colleague.getByRole('button', { name: '开通并进入采编台' }).click();
  await colleague.waitForURL('**/desk');

  await page.reload();
  await page.getByLabel('查找人员').fill(mark);
  const line = page.getByRole('region', { name: '账号' }).getByRole('row').filter({ hasText: mark });
  await expect(line).toContainText('编辑（全站）');
  await line.getByRole('button').click();
  await page.getByRole('menuitem', { name: '调整岗位' }).click();
  await page.getByRole('button', { name: '去掉第 2 个岗位' }).click();
  await page.getByLabel('岗位 1').selectOption({ label: '记者' });
  await page.getByRole('button', { name: '保存岗位' }).click();
  await expect(line).toContainText('记者（全站）');
  await expect(line).not.toContainText('校对');
  await colleague.goto('/desk/account');
  await expect(colleague).toHaveURL('/desk/sign-in');

  await line.getByRole('button').click();
  await page.getByRole('menuitem', { name: '停用账号' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click();
  await expect(line).toContainText('已停用');
  await signInWithPassword(colleague, `${mark}@invited.example`);
  await expect(colleague.getByText('邮箱或密码不正确')).toBeVisible();

  await line.getByRole('button').click();
  await page.getByRole('menuitem', { name: '恢复账号' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复账号' }).click();
  await expect(line).toContainText('正常');
  await signInWithPassword(colleague, `${mark}@invited.example`);
  await colleague.waitForURL('**/desk');
  await colleague.close();
});

test('a revoked link opens nothing', async ({ browser, page }) => {
  const mark = Date.now().toString(36);
  await signInAs(page, ['administrator']);
  await page.goto('/desk/editors');
  await page.getByRole('button', { name: '邀请同事' }).click();
  await page.getByRole('dialog').getByLabel('姓名').fill(`陆行${mark}`);
  await page.getByRole('dialog').getByLabel('邮箱').fill(`${mark}@revoked.example`);
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await page.getByText(/\/desk\/invitation\//u).innerText();
  await page.keyboard.press('Escape');
  const open = page.getByRole('row').filter({ hasText: `陆行${mark}` });
  await open.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '撤销链接' }).click();
  await expect(open).toHaveCount(0);
  const stranger = await browser.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible();
  await stranger.close();
});

test('a link for a new password lets the same person in again', async ({ browser, page }) => {
  const forgetful = await browser.newPage();
  const { name, email } = await openAccount(forgetful, ['reporter']);
  await signInAs(page, ['administrator']);
  await page.goto('/desk/editors');
  await page.getByRole('button', { name: `${name}的操作` }).click();
  await page.getByRole('menuitem', { name: '生成重设密码的链接' }).click();
  await page.getByRole('button', { name: '生成链接' }).click();
  const link = await page.getByText(/\/desk\/invitation\//u).innerText();
  await forgetful.goto(link);
  await expect(forgetful.getByLabel('邮箱')).toHaveValue(email);
  await forgetful.getByLabel('新密码').fill('三十六条巷子各有各的名字');
  await forgetful.getByLabel('再输入一次').fill('三十六条巷子各有各的名字');
  await forgetful.getByRole('button', { name: '保存新密码并登录' }).click();
  await forgetful.waitForURL('**/desk');
  await forgetful.close();
});

test('pages that a role does not open say so in a sentence, and the others open', async ({ page }) => {
  for (const role of editorRoles) {
    await page.context().clearCookies();
    await signInAs(page, [role]);
    for (const [address, verb, title] of [
      ['/desk/editors', 'manageEditors', '人员'],
      ['/desk/audit', 'viewAudit', '操作记录'],
      ['/desk/style-rules', 'editStyleRules', '机检规则'],
    ] as const) {
      const mayOpen = roleVerbs[role][verb] === 'any';
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(mayOpen ? title : '没有权限');
      if (!mayOpen) {
        await expect(page.getByText(`您的岗位没有“${deskVerbLabels[verb]}”的权限`)).toBeVisible();
      }
    }
    const file = await page.request.get('/desk/audit/export');
    expect(file.status(), role).toBe(roleVerbs[role].viewAudit === 'any' ? 200 : 403);
    const rules = await page.request.get('/desk/style-rules/export');
    expect(rules.status(), role).toBe(roleVerbs[role].editStyleRules === 'any' ? 200 : 403);
  }
});

test('the table of rights is open to everybody at the desk', async ({ page }) => {
  await signInAs(page, ['correspondent']);
  await page.goto('/desk/editors/roles');
  await expect(page.getByRole('row', { name: /^发布/u })).toContainText('全部');
});

test('the navigation offers only pages that open, whatever the section of a role', async ({ page }) => {
  await signInAs(page, ['chiefEditor', 'administrator'], 2);
  await page.goto('/desk');
  const navigation = page.getByRole('navigation', { name: '采编台' });
  await expect(navigation.getByRole('link', { name: '稿件' })).toBeVisible();
  for (const name of ['版面', '栏目', '人员', '操作记录']) {
    await expect(navigation.getByRole('link', { name })).toHaveCount(0);
  }
  await signInAs(page, ['chiefEditor', 'administrator']);
  await page.goto('/desk');
  for (const name of ['版面', '栏目', '人员', '操作记录']) {
    await navigation.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name: '没有权限' })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
