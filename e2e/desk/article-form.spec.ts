import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  asEditor,
  leaveDraft,
  leaveLiveArticle,
  newMark,
  openForm,
  typeAtEnd,
} from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { approveText } from '@/features/review/testing/approve-text';
import { paragraph } from '@/lib/article-body';

const widths = [1280, 768];
const schemes = ['light', 'dark'] as const;

async function expectCleanPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
}

const long =
  '记得小组办了两年，前后来过六十四个家庭。起初中心开的是讲座，讲病理，讲用药，家属听完就走。'.repeat(3);

for (const width of widths) {
  for (const colorScheme of schemes) {
    test(`at ${width} pixels, ${colorScheme}, the form and its dialogs break no rule of axe and scroll nowhere sideways`, async ({
      page,
      browser,
    }) => {
      test.setTimeout(60_000);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
      const { articleId } = await leaveDraft(chief, 'city', newMark(), {
        body: { type: 'doc', content: [paragraph(long), paragraph(long)] },
        credits: [
          { role: 'reporter', name: '沈知渔' },
          { role: 'editor', name: '庄书白' },
        ],
        tags: ['步道'],
      });
      await page.goto('/desk/articles/new');
      await expectCleanPage(page);
      await openForm(page, articleId);
      await expectCleanPage(page);
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await expectCleanPage(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '送审' }).click();
      await expectCleanPage(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '图片', exact: true }).click();
      await expect(page.getByRole('dialog').locator('img').first()).toBeVisible();
      await expectCleanPage(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '预览', exact: true }).click();
      await expectCleanPage(page);

      const other = await browser.newContext();
      await signInAs(other, ['editor']);
      const second = await other.newPage();
      await openForm(second, articleId);
      await second.getByLabel('标题', { exact: true }).fill('同事改的标题');
      await second.keyboard.press('Control+s');
      await expect(second.getByText(/已保存/u)).toBeVisible();
      await typeAtEnd(page, '我加的一句。');
      const dialog = page.getByRole('dialog', { name: '两份文字需要合并' });
      await expect(dialog).toBeVisible();
      await expectCleanPage(page);
      expect(
        await dialog.evaluate((element) => element.scrollWidth - element.clientWidth),
      ).toBeLessThanOrEqual(0);
      await other.close();
    });
  }
}

test('the form writes no error or warning to the console', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveLiveArticle(chief, 'city', newMark());
  await openForm(page, articleId);
  await typeAtEnd(page, '多写一句。');
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  expect(said).toEqual([]);
});

test('the text is saved and published with the keyboard alone', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await openForm(page, articleId);
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.insertText('键盘');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await approveText(articleId);
  await page.getByRole('button', { name: '发布', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '发布稿件' })).toBeVisible();
  await page.getByRole('button', { name: '确认发布' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已发布，读者现在就能看到')).toBeVisible();
});
