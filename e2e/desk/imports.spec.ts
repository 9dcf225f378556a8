import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { newMark } from '@/e2e/support/desk-articles';
import { importFile } from '@/e2e/support/import-file';
import { signInAs } from '@/e2e/support/sign-in';

/** A page without a sentence and without a time, which nobody should publish unseen. */
function importDoubtful(mark: string): { address: string; old: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-e2e-import-'));
  const old = `/system/2009/03/${mark.slice(2)}.shtml`;
  const html = `<html><head><meta charset="utf-8"><title>${mark}-澄江网</title><link rel="canonical" href="http://old.example.cn${old}"></head><body><div class="path">您当前的位置：<a href="/">澄江网</a> &gt; <a href="/t/">城镇</a> &gt; 正文</div><h1>${mark}</h1><div class="info">来源：澄江日报</div><div id="content"><p>${'澄江网城镇频道栏目一览'.repeat(30)}</p></div></body></html>`;
  writeFileSync(path.join(folder, 'a.html'), html);
  const address = importFile(path.join(folder, 'a.html'));
  rmSync(folder, { recursive: true });
  return { address, old };
}

test('a doubtful page is compared with its article, given its time, and is live at its old address', async ({
  page,
}) => {
  const mark = newMark();
  const { address, old } = importDoubtful(mark);
  expect((await page.request.get(address)).status()).toBe(404);
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/imports');
  await page.getByRole('link', { name: mark }).click();
  await expect(page.getByRole('region', { name: '原页面的文字' })).toContainText('澄江网城镇频道栏目一览');
  await expect(page.getByRole('region', { name: '读出的稿件' })).toContainText('澄江日报');
  await page.getByRole('button', { name: '没有问题，发布' }).click();
  await expect(page.getByText('页面上没有发布时间，请填写原来发布的时间。').first()).toBeVisible();
  await page.getByLabel('原发布时间').fill('2009-03-02T08:00');
  await page.getByRole('button', { name: '没有问题，发布' }).click();
  await expect(page).toHaveURL(/\/desk\/imports$/u);
  await expect(page.getByRole('link', { name: mark })).toHaveCount(0);
  const article = await page.request.get(old);
  expect(article.url()).toContain(address);
  const text = await article.text();
  expect(text).toContain('2009-03-02T08:00:00+08:00');
  expect(await (await page.request.get('/feed.xml')).text()).not.toContain(mark);
  expect(await (await page.request.get('/sitemaps/news.xml')).text()).not.toContain(mark);
});

test('what is no article is deleted after a question', async ({ page }) => {
  const mark = newMark();
  importDoubtful(mark);
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/imports');
  await page.getByRole('link', { name: mark }).click();
  await page.getByRole('button', { name: '不要这篇' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(page).toHaveURL(/\/desk\/imports$/u);
  await expect(page.getByRole('link', { name: mark })).toHaveCount(0);
});

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}, imports break no rule of axe and scroll nowhere sideways`, async ({
      page,
    }) => {
      const mark = newMark();
      importDoubtful(mark);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signInAs(page, ['chiefEditor']);
      await page.goto('/desk/imports');
      const item = await page.getByRole('link', { name: mark }).getAttribute('href');
      for (const target of ['/desk/imports', '/desk/imports?state=refused', item!]) {
        await page.goto(target);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${target} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const sideways = () => document.documentElement.scrollWidth - innerWidth;
        expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
      }
      await page.screenshot({ path: `test-results/imports-${width}-${colorScheme}.png`, fullPage: true });
    });
  }
}
