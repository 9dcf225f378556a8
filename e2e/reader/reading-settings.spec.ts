import { expect, test } from '@playwright/test';

test('a chosen theme and text size stand in the next page before any script has run', async ({
  page,
  context,
}) => {
  await page.goto('/article/1');
  const plainSize = await page
    .locator('.article-body p')
    .first()
    .evaluate((one) => getComputedStyle(one).fontSize);
  await page.getByText('阅读设置').click();
  await page.getByRole('radio', { name: '特大' }).check({ force: true });
  await page.getByRole('radio', { name: '深色' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const chosenSize = await page
    .locator('.article-body p')
    .first()
    .evaluate((one) => getComputedStyle(one).fontSize);
  expect(Number.parseFloat(chosenSize)).toBeGreaterThan(Number.parseFloat(plainSize) * 1.4);

  const next = await context.request.get('/article/2');
  expect(await next.text()).toContain('<html data-theme="dark" data-size="huge" lang="zh-CN"');
  expect(next.headers()['cache-control']).toContain('private');

  await page.goto('/');
  await page.getByText('阅读设置').click();
  await expect(page.getByRole('radio', { name: '深色' })).toBeChecked();
  await page.getByRole('radio', { name: '跟随系统' }).check({ force: true });
  await page.getByRole('radio', { name: '标准' }).check({ force: true });
  expect(await context.cookies()).toEqual([]);
});

test('one reader’s look is never another’s', async ({ request, playwright, baseURL }) => {
  await request.get('/article/3', { headers: { cookie: 'look=dark.huge' } });
  const stranger = await playwright.request.newContext({ baseURL });
  expect(await (await stranger.get('/article/3')).text()).toContain('<html lang="zh-CN"');
  await stranger.dispose();
});

test('a visit without a choice leaves no cookie and stores nothing', async ({ page, context }) => {
  for (const address of ['/', '/article/1', '/city', '/search?q=三桥', '/nothing']) await page.goto(address);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the share panel shows the address as a code and as text, with scripts off too', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/article/1');
  await page.getByText('分享', { exact: true }).click();
  await expect(page.getByRole('img', { name: '本文网址的二维码' })).toBeVisible();
  await expect(page.getByText(`${baseURL}/article/1`)).toBeVisible();
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await context.close();
});

test('an open panel closes by Escape and gives the focus back', async ({ page }) => {
  await page.goto('/article/1');
  const summary = page.getByText('分享', { exact: true });
  await summary.click();
  await expect(page.getByRole('button', { name: '复制链接' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '复制链接' })).toBeHidden();
  await expect(summary).toBeFocused();
});
