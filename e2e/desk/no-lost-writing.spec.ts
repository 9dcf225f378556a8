import { expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { logins } from '@/db/schema/editors';
import { asEditor, leaveDraft, newMark, openForm, rowOf, typeAtEnd } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { getWorkingContent } from '@/features/articles/article-content';
import { bodyLines, paragraph } from '@/lib/article-body';

const body = {
  type: 'doc' as const,
  content: [paragraph('第一段。'), paragraph('第二段。'), paragraph('第三段。')],
};

async function linesOf(articleId: number): Promise<string[]> {
  return bodyLines((await getWorkingContent(reader(), articleId)).body);
}

/** Puts the cursor behind a paragraph and types there. */
async function typeBehind(page: Page, line: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).getByText(line).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(text);
}

test('two editors who change different paragraphs lose nothing', async ({ page, browser }) => {
  const first = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(first, 'city', newMark(), { body });
  const other = await browser.newContext();
  await signInAs(other, ['editor']);
  const second = await other.newPage();
  await openForm(page, articleId);
  await openForm(second, articleId);
  await expect(second.getByText('也打开了这篇稿件')).toBeVisible();

  await typeBehind(page, '第一段。', '甲的话。');
  await typeBehind(second, '第三段。', '乙的话。');
  await page.keyboard.press('Control+s');
  await second.keyboard.press('Control+s');

  // Whoever came second sees both texts; nothing has to be chosen, because nobody wrote over anybody.
  await expect(async () => {
    const isHere = await page.getByRole('dialog').isVisible();
    const isThere = await second.getByRole('dialog').isVisible();
    expect(isHere || isThere).toBe(true);
  }).toPass();
  const loser = (await page.getByRole('dialog').isVisible()) ? page : second;
  const dialog = loser.getByRole('dialog', { name: '两份文字需要合并' });
  await expect(dialog).toContainText('甲的话。');
  await expect(dialog).toContainText('乙的话。');
  await dialog.getByRole('button', { name: '合并并保存' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => linesOf(articleId)).toEqual(['第一段。甲的话。', '第二段。', '第三段。乙的话。']);
  await expect(loser.getByRole('textbox', { name: '正文' })).toContainText('第三段。乙的话。');
  await other.close();
});

test('of two versions of one paragraph mine, theirs or both are kept, as the editor says', async ({
  page,
  browser,
}) => {
  const first = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(first, 'city', newMark(), { body });
  const other = await browser.newContext();
  await signInAs(other, ['editor']);
  const second = await other.newPage();
  await openForm(page, articleId);
  await openForm(second, articleId);
  await typeBehind(second, '第二段。', '对方的改动。');
  await second.keyboard.press('Control+s');
  await expect.poll(() => linesOf(articleId)).toContain('第二段。对方的改动。');
  await typeBehind(page, '第二段。', '我的改动。');
  const dialog = page.getByRole('dialog', { name: '两份文字需要合并' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '都保留' })).toBeChecked();
  await dialog.getByRole('radio', { name: '用右边' }).check();
  await dialog.getByRole('button', { name: '合并并保存' }).click();
  await expect.poll(() => linesOf(articleId)).toEqual(['第一段。', '第二段。对方的改动。', '第三段。']);
  await other.close();
});

test('the same person in two tabs is caught, too', async ({ page, context }) => {
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(editor, 'city', newMark(), { body });
  const second = await context.newPage();
  await openForm(page, articleId);
  await openForm(second, articleId);
  await expect(second.getByText('您在另一个标签页也打开了这篇稿件')).toBeVisible();
  await typeBehind(second, '第三段。', '新标签页写的。');
  await expect.poll(() => linesOf(articleId)).toContain('第三段。新标签页写的。');
  await typeBehind(page, '第三段。', '旧标签页写的。');
  await expect(page.getByRole('dialog', { name: '两份文字需要合并' })).toContainText('新标签页写的。');
});

test('a tab that is killed while typing loses nothing that two seconds would not explain', async ({
  page,
  context,
}) => {
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(editor, 'city', newMark(), { body });
  await openForm(page, articleId);
  await typeAtEnd(page, '两秒以前写的。');
  await page.waitForTimeout(2000);
  expect((await linesOf(articleId)).at(-1)).toBe('第三段。两秒以前写的。');

  // Without a way to the server even the text of this moment is kept, on this computer.
  await context.setOffline(true);
  await page.keyboard.insertText('断线时写的。');
  await page.waitForTimeout(1000);
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await openForm(again, articleId);
  await again.getByRole('button', { name: '查看并恢复' }).click();
  await again.getByRole('button', { name: '合并并保存' }).click();
  await expect.poll(() => linesOf(articleId)).toContain('第三段。两秒以前写的。断线时写的。');
});

test('a copy on this computer is never put over what a colleague saved since', async ({
  page,
  context,
  browser,
}) => {
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(editor, 'city', newMark(), { body });
  await openForm(page, articleId);
  await context.setOffline(true);
  await typeBehind(page, '第一段。', '离线写的。');
  await page.waitForTimeout(1000);
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);

  const other = await browser.newContext();
  await signInAs(other, ['editor']);
  const second = await other.newPage();
  await openForm(second, articleId);
  await typeBehind(second, '第三段。', '同事写的。');
  await expect.poll(() => linesOf(articleId)).toContain('第三段。同事写的。');

  const again = await context.newPage();
  await openForm(again, articleId);
  expect((await linesOf(articleId))[0]).toBe('第一段。');
  await again.getByRole('button', { name: '查看并恢复' }).click();
  await again.getByRole('button', { name: '合并并保存' }).click();
  await expect
    .poll(() => linesOf(articleId))
    .toEqual(['第一段。离线写的。', '第二段。', '第三段。同事写的。']);
  await other.close();
});

test('thirty seconds without a connection, and nothing is missing', async ({ page, context }) => {
  test.setTimeout(90_000);
  const editor = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(editor, 'city', newMark(), { body });
  await openForm(page, articleId);
  await context.setOffline(true);
  const start = Date.now();
  let written = '';
  while (Date.now() - start < 30_000) {
    await typeAtEnd(page, `第${written.length}句。`);
    written += `第${written.length}句。`;
    await page.waitForTimeout(1500);
  }
  await expect(page.getByText('连接不上服务器')).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => linesOf(articleId), { timeout: 15_000 }).toContain(`第三段。${written}`);
  await expect(page.getByText(/已保存/u)).toBeVisible();
});

test('a login that ends while writing loses nothing', async ({ page, context }) => {
  const signedIn = await signInAs(page, ['editor']);
  const { articleId } = await leaveDraft(asEditor(signedIn, ['editor']), 'city', newMark(), { body });
  await openForm(page, articleId);
  await tx((q) => q.delete(logins).where(eq(logins.editorId, signedIn.editorId)));
  await typeAtEnd(page, '登录过期后写的。');
  await expect(page.getByText('登录已过期')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('登录过期后写的。');
  expect((await linesOf(articleId)).at(-1)).toBe('第三段。');
  // Signs in again, as somebody who may: the text waits in this tab.
  await signInAs(context, ['editor']);
  await expect.poll(() => linesOf(articleId), { timeout: 20_000 }).toContain('第三段。登录过期后写的。');
});

test('a colleague takes over, and whoever wrote before keeps the text', async ({ page, browser }) => {
  const first = asEditor(await signInAs(page, ['editor']), ['editor']);
  const { articleId } = await leaveDraft(first, 'city', newMark(), { body });
  const other = await browser.newContext();
  await signInAs(other, ['editor']);
  const second = await other.newPage();
  await openForm(page, articleId);
  await openForm(second, articleId);
  await second.getByRole('button', { name: '接手编辑' }).click();
  await expect(page.getByText('接手了这篇稿件')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAttribute('contenteditable', 'false');
  await typeBehind(second, '第三段。', '接手后写的。');
  await expect.poll(() => linesOf(articleId)).toContain('第三段。接手后写的。');
  await page.getByRole('button', { name: '重新接手' }).click();
  await expect(second.getByText('接手了这篇稿件')).toBeVisible({ timeout: 10_000 });
  expect((await rowOf(articleId))?.status).toBe('draft');
  await other.close();
});
