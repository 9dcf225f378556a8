import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { tx } from '@/db/client';
import { signInAs } from '@/e2e/support/sign-in';
import { recordEvent } from '@/features/timeline/record-event';

test('the filtered audit and its file hold the same rows', async ({ page }) => {
  const { editorId, name } = await signInAs(page, ['administrator']);
  const articleId = 900_000 + editorId;
  await tx(async (q) => {
    for (const [index, kind] of (['created', 'sent', 'published'] as const).entries()) {
      const entry = { kind, articleId, subject: `=第 ${index} 件事` };
      await recordEvent(q, { id: editorId, name }, entry, new Date());
    }
  });
  await page.goto('/desk/audit');
  await page.getByLabel('人员').selectOption({ label: name });
  await page.getByLabel('稿件编号').fill(String(articleId));
  await page.getByRole('button', { name: '筛选' }).click();
  const rows = page.getByRole('region', { name: '操作记录' }).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  const onScreen = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].slice(0, 3).map((cell) => cell.textContent)),
  );
  expect(onScreen.map(([, , what]) => what)).toEqual(['发布', '送审', '新建稿件']);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出表格' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/u);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\u{FEFF}时间,')).toBe(true);
  const inFile = text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
  expect(inFile.map((cells) => cells.slice(0, 3))).toEqual(onScreen);
  expect(inFile.map((cells) => cells[4])).toEqual(["'=第 2 件事", "'=第 1 件事", "'=第 0 件事"]);

  await page.getByLabel('操作', { exact: true }).selectOption({ label: '送审' });
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(rows).toHaveCount(1);
});

test('a filter that names nothing is told beside its field, and pages lead to older events', async ({
  page,
}) => {
  const { editorId, name } = await signInAs(page, ['administrator']);
  await page.goto('/desk/audit?article=abc');
  await expect(page.getByText('请填写数字')).toBeVisible();
  await expect(page.getByLabel('稿件编号')).toHaveValue('abc');
  await tx(async (q) => {
    for (let index = 0; index < 101; index += 1) {
      await recordEvent(q, { id: editorId, name }, { kind: 'saved', subject: `第 ${index} 次` }, new Date());
    }
  });
  await page.goto(`/desk/audit?person=${editorId}`);
  await page.getByRole('link', { name: '更早的 100 条' }).click();
  await expect(page.getByRole('cell', { name: '第 0 次' })).toBeVisible();
  await expect(page.getByRole('link', { name: '更早的 100 条' })).toHaveCount(0);
  await page.getByRole('link', { name: '回到最新' }).click();
  await expect(page.getByRole('cell', { name: '第 100 次' })).toBeVisible();
});
