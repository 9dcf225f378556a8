import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('with scripts off a reader finds, reads and leaves an article', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('region', { name: '头条' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.locator('.article-body p').allTextContents()).join('').length).toBeGreaterThan(300);
  await page.getByRole('navigation', { name: '您当前的位置' }).getByRole('link').first().click();
  await expect(page).toHaveURL('/');
});
