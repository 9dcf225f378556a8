import { expect, test } from '@playwright/test';
import { insertDraft, insertPublishedArticle, withdrawArticle } from '@/e2e/support/portal-database';

test('an address at which nothing stands answers 404 with a Chinese page that leads home', async ({
  page,
}) => {
  const response = await page.goto('/article/99999999');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这个页面');
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByRole('link', { name: '回首页' }).click();
  await expect(page).toHaveURL('/');
});

test('the search box of a notice finds articles', async ({ page }) => {
  await page.goto('/nothing/here');
  await page.getByLabel('搜索稿件').fill('三桥');
  await page.getByRole('button', { name: '搜索', exact: true }).click();
  await expect(page).toHaveURL(/\/search\?q=/u);
  expect(await page.locator('.search-results > li').count()).toBeGreaterThan(0);
});

test('a withdrawn article answers 410 with the reason and leaves every list', async ({ page }, {
  project,
}) => {
  const headline = `要撤回的稿件（${project.name}）`;
  const id = await insertPublishedArticle(headline);
  await expect(async () => {
    expect((await page.goto(`/article/${id}`))!.status()).toBe(200);
  }).toPass();
  await withdrawArticle(id, '当事人提供了新的证据');
  await expect(async () => {
    expect((await page.goto(`/article/${id}`))!.status()).toBe(410);
  }).toPass();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这篇稿件已经撤回');
  await expect(page.getByText('撤回原因：当事人提供了新的证据')).toBeVisible();
  await expect(page.getByText(headline)).toHaveCount(0);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  for (const address of ['/', '/latest', `/search?q=${encodeURIComponent(headline)}`]) {
    await page.goto(address);
    await expect(page.locator('main').getByRole('link', { name: headline })).toHaveCount(0);
  }
});

test('a draft is a missing page', async ({ page }) => {
  const id = await insertDraft('还没有发布');
  const response = await page.goto(`/article/${id}`);
  expect(response!.status()).toBe(404);
  await expect(page.getByText('还没有发布')).toHaveCount(0);
});
