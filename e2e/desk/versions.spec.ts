import { expect, test } from '@playwright/test';
import { asEditor, leaveDraft, newMark, rowOf, sectionIdOf } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { saveArticle } from '@/features/articles/save-article';
import { addPicture, finishedContent } from '@/features/articles/testing/desk-articles';
import { paragraph } from '@/lib/article-body';

test('a new title, one character, a picture and a section are all shown; an older text comes back as a new version', async ({
  page,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const mark = newMark();
  const body = { type: 'doc' as const, content: [paragraph('步道全长三公里，沿线设五处休息亭。')] };
  const { articleId, version } = await leaveDraft(chief, 'city', `${mark}开放`, { body });
  const assetId = await addPicture({ alt: '步道', credit: '罗一苇' });
  const sectionId = await sectionIdOf('culture');
  const saved = await saveArticle(chief, {
    articleId,
    baseVersion: version,
    kind: 'save',
    tab: 'tab-of-the-builder',
    content: finishedContent(sectionId, `${mark}开园`, {
      body: {
        type: 'doc',
        content: [
          paragraph('步道全长四公里，沿线设五处休息亭。'),
          { type: 'image', attrs: { assetId, alt: '步道', caption: '步道一角', credit: '罗一苇' } },
        ],
      },
    }),
  });
  expect(saved.ok).toBe(true);

  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole('link', { name: '历史版本' }).click();
  const difference = page.getByRole('region', { name: `第 ${version} 版 → 第 ${version + 1} 版` });
  const shown = async (title: string | RegExp) => {
    const box = difference
      .locator('[data-change]')
      .filter({ has: page.getByRole('heading', { name: title }) });
    return [await box.locator('del').allInnerTexts(), await box.locator('ins').allInnerTexts()];
  };
  await expect(difference.locator('[data-change]')).toHaveCount(4);
  expect(await shown('标题')).toEqual([['放'], ['园']]);
  expect(await shown('栏目')).toEqual([['城事'], ['文化']]);
  expect(await shown(/正文第 1 段/u)).toEqual([['三'], ['四']]);
  expect((await shown(/正文第 2 段/u))[1]!.join('')).toContain('步道一角');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.locator('[data-change]:focus')).toHaveCount(1);

  await page.getByRole('button', { name: `恢复第 ${version} 版` }).click();
  await page.getByRole('button', { name: '确认恢复' }).click();
  await expect(page.getByText(`已恢复第 ${version} 版的文字，作为新的一版`)).toBeVisible();
  expect(await rowOf(articleId)).toMatchObject({ version: version + 2, headline: `${mark}开放` });
  // Nothing of the history is gone.
  for (const number of [version, version + 1, version + 2]) {
    await expect(page.getByText(`第 ${number} 版`, { exact: true }).first()).toBeVisible();
  }
  await page.getByLabel(`对照：旧第 ${version} 版`).check();
  await page.getByLabel(`新第 ${version + 2} 版`).check();
  await page.getByRole('button', { name: '对照这两版' }).click();
  await expect(page.getByText('两版的文字一样。')).toBeVisible();
});

test('a version of nobody or of somebody else answers like what there is not', async ({ page }) => {
  await signInAs(page, ['correspondent']);
  await page.goto('/desk/articles/1/versions');
  await expect(page.getByText('您的岗位没有“查看稿件”的权限')).toBeVisible();
  await page.goto('/desk/articles/99999999/versions?from=x&to=-1');
  await expect(page.getByText('您的岗位没有“查看稿件”的权限')).toBeVisible();
});
