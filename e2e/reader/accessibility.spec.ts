import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/city',
  '/article/1',
  '/article/40',
  '/latest',
  '/search?q=三桥',
  '/about',
  '/nothing/here',
];

for (const scheme of ['light', 'dark'] as const) {
  test(`no page breaks a rule of axe in the ${scheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of pages) {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test('the first Tab is a visible skip link that leads to the text', async ({ page }) => {
  await page.goto('/article/1');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('no page writes an error or warning to the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  for (const address of pages.filter((one) => one !== '/nothing/here'))
    await page.goto(address, { waitUntil: 'networkidle' });
  expect(complaints).toEqual([]);
});
