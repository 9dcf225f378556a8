import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { importFile } from '@/e2e/support/import-file';

const ownPage = 'e2e/fixtures/legacy-page.txt';
/** A real page of the same shape, which lies beside the project and not in it. */
const seedPage = path.resolve('../shared/data/import/seed-zjol.txt');

/** Letters and marks, whatever their width, without blanks: old pages mix both widths and lay out with blanks. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');

for (const file of [ownPage, seedPage]) {
  test(`every line of ${path.basename(file)} stands in its place`, async ({ page }) => {
    test.skip(!existsSync(file), 'The shared pages are not here.');
    const [breadcrumb, ...lines] = readFileSync(file, 'utf8')
      .split('\n')
      .map(plain)
      .filter((line) => line !== '');
    const address = importFile(file);
    await expect(async () => {
      expect((await page.goto(address))!.status()).toBe(200);
    }).toPass();

    const trail = plain(await page.getByRole('navigation', { name: '您当前的位置' }).innerText());
    expect(trail).toBe(breadcrumb!.replace(/>?正文$/u, '>正文'));

    const text = plain(await page.locator('body').innerText());
    let position = 0;
    for (const line of lines) {
      const found = text.indexOf(line, position);
      expect(found, `“${line}” after position ${position}`).toBeGreaterThanOrEqual(position);
      position = found + line.length;
    }
  });
}

test('paragraphs of an imported page are indented by style and not by blanks', async ({ page }) => {
  const address = importFile(ownPage);
  await expect(async () => {
    expect((await page.goto(address))!.status()).toBe(200);
  }).toPass();
  const first = page.locator('.article-body p').first();
  expect(await first.evaluate((paragraph) => paragraph.textContent)).toMatch(/^[^\s\u3000]/u);
  const { indent, size } = await first.evaluate((paragraph) => {
    const style = getComputedStyle(paragraph);
    return { indent: Number.parseFloat(style.textIndent), size: Number.parseFloat(style.fontSize) };
  });
  expect(indent).toBeCloseTo(2 * size, 1);
});

test('the sections of an imported page can be opened from its breadcrumb', async ({ page }) => {
  const address = importFile(ownPage);
  await expect(async () => {
    expect((await page.goto(address))!.status()).toBe(200);
  }).toPass();
  await page.getByRole('link', { name: '镇街快报' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('镇街快报');
  await page.locator('.article-list').getByRole('link', { name: '一条渡船,摇过六十年的清晨' }).click();
  await expect(page).toHaveURL(address);
});
