import { expect, test } from '@playwright/test';

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
