import { expect, test } from '@playwright/test';
import { setDisabled } from '@/features/access/disable-editor';
import { inviteNewcomer, journeyPassword, openAccount, signInWithPassword } from '@/e2e/support/open-account';
import { signInAs } from '@/e2e/support/sign-in';
import { authenticatorCode } from '@/lib/testing/authenticator-code';

const signedInPages = [
  '/desk/account',
  '/desk/editors',
  '/desk/editors/roles',
  '/desk/audit',
  '/desk/style-rules',
  '/desk/second-factor',
];

test('whoever has a login is led past the sign-in page', async ({ page }) => {
  await page.goto('/desk/sign-in');
  await expect(page).toHaveURL('/desk/sign-in');
  await signInAs(page, ['reporter']);
  await page.goto('/desk/sign-in');
  await expect(page).toHaveURL('/desk');
});

test('without a login every page of the desk leads to the sign-in page, the export too', async ({ page }) => {
  for (const address of signedInPages) {
    await page.goto(address);
    await expect(page, address).toHaveURL('/desk/sign-in');
  }
  const file = await page.request.get('/desk/audit/export', { maxRedirects: 0 });
  expect(file.status()).toBe(307);
  expect(file.headers().location).toBe('/desk/sign-in');
});

test('from the link to the second factor, out, and in again with a code', async ({ page }) => {
  const { email, name, link } = await inviteNewcomer(['reporter']);
  const answer = await page.goto(link);
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(page.getByLabel('姓名')).toHaveValue(name);
  await page.getByLabel('新密码').fill('password1234');
  await page.getByLabel('再输入一次').fill('password1234');
  await page.getByRole('button', { name: '开通并进入采编台' }).click();
  await expect(page.getByText('这个密码太容易被猜到')).toBeVisible();
  await page.getByLabel('新密码').fill(journeyPassword);
  await page.getByLabel('再输入一次').fill(journeyPassword);
  await page.getByRole('button', { name: '开通并进入采编台' }).click();
  await page.waitForURL('**/desk');

  await page.goto(link);
  await expect(page.getByRole('heading', { name: '这个链接不能用了' })).toBeVisible();

  await page.goto('/desk/account');
  await page.getByRole('link', { name: '开启两步验证' }).click();
  await page.getByLabel('先输入您的密码').fill(journeyPassword);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('img', { name: '两步验证的二维码' })).toBeVisible();
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/gu, '');
  const address = `otpauth://totp/x?secret=${secret}`;
  const backupCode = await page.locator('[aria-labelledby="backup"] li').first().innerText();
  const finish = page.getByRole('button', { name: '开启两步验证' });
  await expect(finish).toBeDisabled();
  await page.getByLabel('我已保存备用码').check();
  await page.getByLabel('六位验证码').fill('000000');
  await finish.click();
  await expect(page.getByText('验证码不正确')).toBeVisible();
  await page.getByLabel('六位验证码').fill(authenticatorCode(address));
  await finish.click();
  await page.waitForURL('**/desk');
  await page.goto('/desk/account');
  await expect(page.getByText('已开启：登录时除密码外还要手机验证码。')).toBeVisible();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.waitForURL('**/desk/sign-in');

  await signInWithPassword(page, email, '完全不对的密码呀呀呀呀');
  await expect(page.getByText('邮箱或密码不正确')).toBeVisible();
  await expect(page.getByLabel('邮箱')).toHaveValue(email);
  await signInWithPassword(page, email);
  await page.waitForURL('**/desk/sign-in/code');
  for (const waiting of signedInPages) {
    await page.goto(waiting);
    await expect(page, waiting).toHaveURL('/desk/sign-in');
  }
  await page.goto('/desk/sign-in/code');
  await page.getByLabel('六位验证码').fill(authenticatorCode(address));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.waitForURL('**/desk');
  await page.goto('/desk/account');
  await expect(page.getByRole('heading', { name: '我的账号' })).toBeVisible();

  await page.getByRole('button', { name: '退出', exact: true }).click();
  await signInWithPassword(page, email);
  await page.getByRole('button', { name: '用备用码' }).click();
  await page.getByLabel('备用码').fill(backupCode);
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.waitForURL('**/desk');
});

test('signing in needs no mouse', async ({ page }) => {
  const { email } = await openAccount(page, ['reporter']);
  await page.context().clearCookies();
  await page.goto('/desk/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('邮箱')).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(journeyPassword);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '登录' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk');
});

test('a wrong password takes the keyboard back to the field and empties nothing', async ({ page }) => {
  await signInWithPassword(page, 'nobody@newcomer.example', 'x');
  await expect(page.getByLabel('邮箱')).toBeFocused();
  await expect(page.getByLabel('邮箱')).toHaveValue('nobody@newcomer.example');
});

test('a disabled account is out at its next request', async ({ browser, page }) => {
  const { editorId } = await signInAs(page, ['reporter']);
  await page.goto('/desk/account');
  await expect(page).toHaveURL('/desk/account');
  // Somebody must be left who manages people.
  const another = await browser.newContext();
  await signInAs(another, ['administrator']);
  const disabled = await setDisabled(undefined, { editorId, isDisabled: true });
  expect(disabled.ok).toBe(true);
  await page.reload();
  await expect(page).toHaveURL('/desk/sign-in');
  await another.close();
});

test('another login is ended from the account page, and the password changes', async ({ browser, page }) => {
  const { email } = await openAccount(page, ['reporter']);
  const elsewhere = await browser.newPage();
  await signInWithPassword(elsewhere, email);
  await elsewhere.waitForURL('**/desk');
  await page.goto('/desk/account');
  await expect(page.getByText('本机')).toHaveCount(1);
  await page.getByRole('button', { name: '退出这个登录' }).click();
  await expect(page.getByText('已退出那个登录。')).toBeVisible();
  await expect(page.getByRole('button', { name: '退出这个登录' })).toHaveCount(0);
  await elsewhere.goto('/desk/account');
  await expect(elsewhere).toHaveURL('/desk/sign-in');

  await page.getByLabel('现在的密码').fill('not this one at all');
  await page.getByLabel('新密码').fill('四十二只白鹭落在江堤上面');
  await page.getByLabel('再输入一次').fill('四十二只白鹭落在江堤上面');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('现在的密码不正确，请重新输入。')).toBeVisible();
  await page.getByLabel('现在的密码').fill(journeyPassword);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改，其他登录已退出。')).toBeVisible();
  await signInWithPassword(elsewhere, email, '四十二只白鹭落在江堤上面');
  await elsewhere.waitForURL('**/desk');
  await elsewhere.close();
});

test('a second factor moves to another device, and the old one counts no more', async ({ page }) => {
  const { email } = await openAccount(page, ['reporter']);
  const setUp = async () => {
    await page.goto('/desk/second-factor');
    await page.getByLabel('先输入您的密码').fill(journeyPassword);
    await page.getByRole('button', { name: '下一步' }).click();
    const secret = (await page.locator('code').innerText()).replaceAll(/\s/gu, '');
    const address = `otpauth://totp/x?secret=${secret}`;
    await page.getByLabel('我已保存备用码').check();
    await page.getByLabel('六位验证码').fill(authenticatorCode(address));
    await page.getByRole('button', { name: '开启两步验证' }).click();
    await page.waitForURL('**/desk');
    return address;
  };
  const oldDevice = await setUp();
  const newDevice = await setUp();
  await page.context().clearCookies();
  await signInWithPassword(page, email);
  await page.getByLabel('六位验证码').fill(authenticatorCode(oldDevice));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await expect(page.getByText('验证码不正确')).toBeVisible();
  await page.getByLabel('六位验证码').fill(authenticatorCode(newDevice));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.waitForURL('**/desk');
});
