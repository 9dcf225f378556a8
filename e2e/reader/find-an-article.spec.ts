import { expect, test } from '@playwright/test';

test('a reader goes from the home page through a section to an article and back by the breadcrumb', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: '澄澜在线' }).first()).toBeVisible();
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '城事' }).click();
  await expect(page).toHaveURL('/city');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('城事');

  const first = page.locator('.article-list h2 a').first();
  const headline = await first.textContent();
  await first.click();
  await expect(page).toHaveURL(/\/article\/\d+$/u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline!);

  const trail = page.getByRole('navigation', { name: '您当前的位置' });
  await expect(trail).toContainText(/您当前的位置：澄澜在线 > 城事 > .+ > 正文/u);
  await trail.getByRole('link', { name: '城事' }).click();
  await expect(page).toHaveURL('/city');
});

test('the home page carries the lead, pictures, the rolling list, 城市观察 and the sections', async ({
  page,
}) => {
  await page.goto('/');
  for (const name of ['头条', '图片新闻', '滚动', '城市观察', '要闻', '文化']) {
    const block = page.getByRole('region', { name, exact: true });
    await expect(block).toBeVisible();
    expect(await block.getByRole('link').count()).toBeGreaterThan(0);
  }
  await page.getByRole('link', { name: '更多城市观察' }).click();
  await expect(page).toHaveURL('/city-observation');
});

test('a list is turned page by page to its end', async ({ page }) => {
  await page.goto('/latest');
  const seen = new Set<string>();
  for (;;) {
    const addresses = await page
      .locator('.article-list h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) seen.add(address);
    const next = page.getByRole('link', { name: '下一页' });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.size).toBeGreaterThanOrEqual(60);
});

test('a subsite carries its own name plate and leads back to the portal', async ({ page }) => {
  await page.goto('/town/express');
  await expect(page.locator('.name-plate')).toHaveText(/澄澜城镇网/u);
  await page.locator('.utility-bar').getByRole('link', { name: '澄澜在线' }).click();
  await expect(page).toHaveURL('/');
});

test('previous and next lead through a section', async ({ page }) => {
  await page.goto('/town/express');
  await page.locator('.article-list h2 a').nth(1).click();
  const headline = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('navigation', { name: '上一篇和下一篇' }).locator('[rel=next]').click();
  await page.getByRole('navigation', { name: '上一篇和下一篇' }).locator('[rel=prev]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline!);
});

test('no page scrolls sideways, not even at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const articles = Array.from({ length: 62 }, (_, index) => `/article/${index + 1}`);
  for (const address of ['/', '/city', '/latest', '/search?q=三桥', '/about', '/nothing', ...articles]) {
    await page.goto(address);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, address).toBeLessThanOrEqual(0);
  }
});
