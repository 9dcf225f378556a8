import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { reader } from '@/db/client';
import { asEditor, leaveDraft, newMark, newPhoto, openForm } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { getWorkingContent } from '@/features/articles/article-content';
import { bodyLines, emptyBody, paragraph } from '@/lib/article-body';

/** What a browser hands over when somebody pastes. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).evaluate((element, types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

async function openEmpty(page: Page): Promise<number> {
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(editor, 'city', newMark(), { body: emptyBody });
  await openForm(page, articleId);
  await page.getByRole('textbox', { name: '正文' }).click();
  return articleId;
}

const bodyOf = async (articleId: number) => (await getWorkingContent(reader(), articleId)).body;

test('a text of Word arrives as blocks, and what could not come along is named', async ({ page }) => {
  const articleId = await openEmpty(page);
  await paste(page, { 'text/html': readFileSync('lib/testing/pasted/word.html', 'utf8'), 'text/plain': 'x' });
  await expect(page.getByText('缺图：')).toBeVisible();
  await expect
    .poll(async () => (await bodyOf(articleId)).content.map(({ type }) => type))
    .toEqual(['subhead', 'paragraph', 'paragraph', 'paragraph', 'list', 'table']);
  expect(JSON.stringify(await bodyOf(articleId))).not.toMatch(/Mso|font|style/u);
  // The missing picture is fetched by hand, where it stood.
  await page
    .locator('.waiting-picture input[type=file]')
    .setInputFiles({ name: '图.jpg', mimeType: 'image/jpeg', buffer: await newPhoto() });
  await expect(page.locator('.picture-block')).toHaveCount(1);
  await expect
    .poll(async () => (await bodyOf(articleId)).content.map(({ type }) => type))
    .toEqual(['subhead', 'paragraph', 'paragraph', 'paragraph', 'list', 'image', 'table']);
});

test('a pasted picture is uploaded where it stood, and text typed meanwhile stays', async ({ page }) => {
  const articleId = await openEmpty(page);
  const png = await sharp({
    create: {
      width: 60,
      height: 40,
      channels: 3,
      background: '#a52',
      noise: { type: 'gaussian', mean: 90, sigma: 30 },
    },
  })
    .png()
    .toBuffer();
  const html = `<p>图前。</p><p><img src="data:image/png;base64,${png.toString('base64')}"></p><p>图后。</p>`;
  await paste(page, { 'text/html': html, 'text/plain': 'x' });
  await page.keyboard.insertText('接着写。');
  await expect(page.locator('.picture-block img')).toBeVisible();
  await expect
    .poll(async () => (await bodyOf(articleId)).content.map(({ type }) => type))
    .toEqual(['paragraph', 'image', 'paragraph']);
  expect(bodyLines(await bodyOf(articleId))).toEqual(['图前。', '图后。接着写。']);
});

test('plain text becomes paragraphs without its typed indents', async ({ page }) => {
  const articleId = await openEmpty(page);
  await paste(page, { 'text/plain': '　　第一段。\n　　第二段。' });
  await expect.poll(async () => bodyLines(await bodyOf(articleId))).toEqual(['第一段。', '第二段。']);
});

test('一键排版 is one step that one undo takes back, and offers the byline for its field', async ({
  page,
}) => {
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const before = ['他说:"好!"', '全长3.14公里,15:40开放...', '（记者 胡小满）'];
  const { articleId } = await leaveDraft(editor, 'city', newMark(), {
    body: { type: 'doc', content: before.map(paragraph) },
  });
  await openForm(page, articleId);
  await page.getByRole('button', { name: '一键排版' }).click();
  const after = ['他说：“好！”', '全长3.14公里，15:40开放……', '（记者 胡小满）'];
  await expect.poll(async () => bodyLines(await bodyOf(articleId))).toEqual(after);
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => bodyLines(await bodyOf(articleId))).toEqual(before);
  await page.getByRole('button', { name: '一键排版' }).click();
  await page.getByRole('region', { name: '排版建议' }).getByRole('button', { name: '采用' }).click();
  await expect.poll(async () => bodyLines(await bodyOf(articleId))).toEqual(after.slice(0, 2));
  expect((await getWorkingContent(reader(), articleId)).credits).toContainEqual({
    role: 'reporter',
    name: '胡小满',
  });
});
