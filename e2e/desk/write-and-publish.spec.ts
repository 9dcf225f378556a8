import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { authenticatorCode } from '@/lib/testing/authenticator-code';
import { newPhoto, saveAndApprove } from '@/e2e/support/desk-articles';
import { journeyPassword, openAccount } from '@/e2e/support/open-account';
import { readPlainTextPage } from '@/features/archive-import/read-plain-text-page';
import { contributorRoleLabels } from '@/lib/contributor-role';

const seedPage = path.resolve('../shared/data/import/seed-zjol.txt');
const file = existsSync(seedPage) ? seedPage : 'e2e/fixtures/legacy-page.txt';

/** Letters and marks, whatever their width, without blanks. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');

async function setUpSecondFactor(page: Page): Promise<void> {
  await page.goto('/desk/second-factor');
  await page.getByLabel('先输入您的密码').fill(journeyPassword);
  await page.getByRole('button', { name: '下一步' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/gu, '');
  await page.getByLabel('我已保存备用码').check();
  await page.getByLabel('六位验证码').fill(authenticatorCode(`otpauth://totp/x?secret=${secret}`));
  await page.getByRole('button', { name: '开启两步验证' }).click();
  await page.waitForURL('**/desk');
}

async function addPicture(
  page: Page,
  words: { alt: string; credit: string; caption: string },
): Promise<void> {
  await page.getByRole('button', { name: '图片', exact: true }).click();
  await page
    .getByRole('dialog', { name: '选择图片' })
    .getByLabel('选择要上传的图片')
    .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: await newPhoto() });
  const block = page.locator('.picture-block').last();
  await expect(page.getByRole('dialog')).toBeHidden();
  await block.getByLabel('图片说明').fill(words.caption);
  await block.getByLabel('摄影或来源').fill(words.credit);
  await block.getByLabel('替代文字').fill(words.alt);
}

test('from an invitation to a published page that readers see everywhere with their next request', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const read = readPlainTextPage(readFileSync(file, 'utf8'), '');
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const seed = read.value;

  // In.
  await openAccount(page, ['chiefEditor']);
  await setUpSecondFactor(page);
  await page.getByRole('link', { name: '新建稿件' }).click();
  await page.waitForURL('**/articles/new');
  await page.getByLabel('栏目').selectOption({ label: '　城市观察' });
  await page.getByLabel('标题').fill(seed.headline);
  await page.getByRole('button', { name: '开始写稿' }).click();
  await page.waitForURL(/\/desk\/articles\/\d+$/u);
  const articleId = Number(page.url().split('/').at(-1));

  // Every field of the page, by form.
  await page.getByRole('textbox', { name: '正文' }).click();
  for (const block of seed.blocks) {
    if (block.type === 'subhead') {
      await page.keyboard.press(block.lines.length === 2 ? 'Control+Alt+3' : 'Control+Alt+2');
      for (const line of block.lines) {
        await page.keyboard.insertText(line);
        await page.keyboard.press('Enter');
      }
    } else {
      await page.keyboard.insertText(block.text);
      await page.keyboard.press('Enter');
    }
  }
  await addPicture(page, { alt: '江边的步道', credit: '贺长空 摄', caption: '清晨的步道。' });
  await addPicture(page, { alt: '桥上的灯', credit: '林观澜 摄', caption: '桥上的灯亮了。' });
  for (const { role, name } of seed.credits) {
    await page.getByRole('button', { name: contributorRoleLabels[role], exact: true }).click();
    await page
      .getByLabel(/位的姓名$/u)
      .last()
      .fill(name);
  }
  if (!seed.credits.some(({ role }) => role === 'editor')) {
    await page.getByRole('button', { name: '编辑', exact: true }).click();
    await page
      .getByLabel(/位的姓名$/u)
      .last()
      .fill('庄书白');
  }
  await expect(page.getByText('该填的都填了')).toBeHidden();
  await page.getByLabel('来源', { exact: true }).fill(seed.source || '澄澜日报');
  await expect(page.getByText('该填的都填了')).toBeVisible();

  // Out.
  const context = await browser.newContext();
  const readers = await context.newPage();
  expect((await readers.goto(`/article/${articleId}`))!.status()).toBe(404);
  await saveAndApprove(page, articleId);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByText('已发布，读者现在就能看到')).toBeVisible();

  expect((await readers.goto(`/article/${articleId}`))!.status()).toBe(200);
  const text = plain(await readers.locator('main').innerText());
  let position = 0;
  for (const line of [
    seed.headline,
    ...seed.blocks.flatMap((block) => (block.type === 'subhead' ? block.lines : block.text)),
  ].map(plain)) {
    const found = text.indexOf(line, position);
    expect(found, line).toBeGreaterThanOrEqual(position);
    position = found + line.length;
  }
  for (const { name } of seed.credits) expect(text).toContain(plain(name));
  await expect(readers.getByRole('navigation', { name: '您当前的位置' })).toContainText(/城市观察.*正文/su);
  for (const alt of ['江边的步道', '桥上的灯']) {
    const image = readers.getByRole('img', { name: alt });
    await image.scrollIntoViewIfNeeded();
    await expect(image).toHaveJSProperty('complete', true);
    expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  }
  await readers.goto('/city-observation');
  await expect(readers.locator('main').getByRole('link', { name: seed.headline }).first()).toBeVisible();
  await readers.goto('/');
  await expect(readers.locator('main').getByRole('link', { name: seed.headline }).first()).toBeVisible();
  await readers.goto('/article/1');
  await expect(
    readers.getByRole('complementary').getByRole('link', { name: seed.headline }).first(),
  ).toBeVisible();
  await context.close();
});

test('the check list names what is missing and leads to it', async ({ page }) => {
  await openAccount(page, ['chiefEditor']);
  await page.goto('/desk/articles/new');
  await page.getByRole('button', { name: '开始写稿' }).click();
  const list = page.locator('#check-list');
  await list.getByRole('button', { name: /请填写标题/u }).click();
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused();
  await page.keyboard.insertText('河灯');
  await list.getByRole('button', { name: /正文还是空的/u }).click();
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused();
  await page.keyboard.insertText('河边的灯亮了。');
  await list.getByRole('button', { name: /请填写来源/u }).click();
  await expect(page.getByLabel('来源', { exact: true })).toBeFocused();
  await addPicture(page, { alt: '', credit: '', caption: '' });
  await list.getByRole('button', { name: /缺少摄影者/u }).click();
  await expect(page.getByLabel('摄影或来源')).toBeFocused();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '请填写来源' })).toBeVisible();
  await page.getByLabel('标题', { exact: true }).fill('还能接着写');
});
