import { expect, test } from '@playwright/test';
import { insertPublishedArticle } from '@/e2e/support/portal-database';
import { newMark } from '@/e2e/support/desk-articles';

test('a reader finds, narrows and opens, with scripts off too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.goto('/search');
  await page.locator('#page-search').fill('澄澜江');
  await page.locator('#page-search').press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/u);
  await expect(page.locator('.search-results mark').first()).toHaveText('澄澜江');
  const all = await page.locator('.search-results > li').count();
  expect(all).toBeGreaterThan(1);
  const sections = page.getByRole('navigation', { name: '缩小范围' });
  await sections.getByRole('link', { name: /^要闻/u }).click();
  const narrowed = await page.locator('.search-results > li').count();
  expect(narrowed).toBeLessThan(all);
  await sections.getByRole('link', { name: '最新' }).click();
  await expect(sections.locator('strong').first()).toHaveText('最新');
  const times = await page.locator('.search-results time').allInnerTexts();
  expect(times).toEqual(times.toSorted().toReversed());
  await page.locator('.search-results a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});

test('what is published is found with the next request', async ({ page }) => {
  const mark = newMark();
  await page.goto(`/search?q=${mark}`);
  await expect(page.getByText(`没有找到“${mark}”。`)).toBeVisible();
  await insertPublishedArticle(`${mark}开幕`);
  await expect(async () => {
    await page.goto(`/search?q=${mark}`);
    await expect(page.locator('.search-results a').first()).toHaveText(`${mark}开幕`);
  }).toPass();
});

test('pages of results lead on and back, and none repeats an article', async ({ page }) => {
  const mark = newMark();
  for (let number = 0; number < 23; number += 1) await insertPublishedArticle(`${mark}第${number}天`);
  await expect(async () => {
    await page.goto(`/search?q=${mark}`);
    await expect(page.locator('.search-results > li')).toHaveCount(20);
  }).toPass();
  const first = await page.locator('.search-results h2').allInnerTexts();
  await page.getByRole('link', { name: '下一页' }).click();
  const second = await page.locator('.search-results h2').allInnerTexts();
  expect(new Set([...first, ...second]).size).toBe(23);
  await page.getByRole('link', { name: '回到第一页' }).click();
  await expect(page.locator('.search-results > li')).toHaveCount(20);
});

test('pinyin leads to the words of live headlines', async ({ page }) => {
  await page.goto('/search?q=chenglanjiang');
  await page.getByText('您是不是要找').getByRole('link').first().click();
  await expect(page.locator('.search-results > li').first()).toBeVisible();
});

for (const query of [
  '"',
  '*',
  'NEAR(',
  'a AND',
  "'; drop table articles;--",
  '😀',
  '%_^:',
  '桥 '.repeat(3000),
  '-',
  '\u0001',
]) {
  test(`the search for ${JSON.stringify(query.slice(0, 20))} gets an answer`, async ({ request }) => {
    const answer = await request.get(
      `/search?${new URLSearchParams({ q: query, from: '9.9', days: 'x', section: '../' })}`,
    );
    expect([200, 400, 414]).toContain(answer.status());
  });
}
