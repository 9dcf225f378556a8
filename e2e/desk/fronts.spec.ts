import { expect, type Page, test } from '@playwright/test';
import { insertPublishedArticle } from '@/e2e/support/portal-database';
import { signInAs } from '@/e2e/support/sign-in';

// Both fronts are one for the whole portal: these journeys go one after the other.
test.describe.configure({ mode: 'serial' });

const block = (page: Page, name: string) => page.getByRole('region', { name: `版块：${name}`, exact: true });

async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^草稿已保存/u)).toBeVisible();
}

/** Places an article by the search dialog, found by its number. */
async function place(page: Page, blockName: string, articleId: number): Promise<void> {
  await block(page, blockName).getByRole('button', { name: '放入稿件' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('找稿件').fill(String(articleId));
  const found = dialog
    .getByRole('listitem')
    .filter({ hasText: `#${articleId}\u3000` })
    .getByRole('button');
  await found.click();
  await expect(found).toBeDisabled();
  await dialog.getByRole('button', { name: '完成', exact: true }).click();
  await isSaved(page);
}

/** Readers of other journeys get back what they had. */
async function undoLastLaunch(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销上次发布' }).click();
  await page.getByRole('button', { name: '撤销发布' }).click();
  await expect(page.getByText('上次发布已撤销，读者看到的是发布前的版面。')).toBeVisible();
}

/** The headlines of the lead block as a reader sees them, who has nothing to do with the desk. */
async function leadForReaders(page: Page): Promise<string[]> {
  await page.goto('/');
  return page.locator('.lead-block a').allTextContents();
}

test('arranged by keyboard alone, launched, the next request of a reader shows the new order', async ({
  page,
  browser,
}) => {
  const mark = Date.now();
  const first = await insertPublishedArticle(`头一条 ${mark}`);
  const second = await insertPublishedArticle(`第二条 ${mark}`);
  await signInAs(page, ['frontEditor']);
  await page.goto('/desk/fronts');
  await page.getByRole('link', { name: '编排首页' }).click();
  await place(page, '头条', first);
  await place(page, '头条', second);
  const lines = block(page, '头条').getByRole('list', { name: '头条：人工放入' }).getByRole('listitem');
  await expect(lines.first()).toContainText('第二条');

  const reader = await browser.newPage();
  // What the rule adds may show them further below; the first line is placed by hand.
  const [leadBefore] = await leadForReaders(reader);
  expect(leadBefore).not.toContain(String(mark));

  // Picked up, moved and put down without a pointer.
  await block(page, '头条')
    .getByRole('button', { name: `移动“第二条 ${mark}”` })
    .focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^拿起“第二条/u)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('移到第 2 条。')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(lines.first()).toContainText('头一条');
  await isSaved(page);

  await page.getByRole('button', { name: '发布整版' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('首页已发布，读者现在就能看到。')).toBeVisible();
  expect((await leadForReaders(reader)).slice(0, 2)).toEqual([`头一条 ${mark}`, `第二条 ${mark}`]);

  await undoLastLaunch(page);
  expect((await leadForReaders(reader))[0]).toBe(leadBefore);
});

test('who has not seen the newest arrangement launches nothing', async ({ page, browser }) => {
  const mark = Date.now();
  const article = await insertPublishedArticle(`乙放的 ${mark}`);
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/fronts/home');
  await block(page, '滚动').getByLabel('名称').fill(`滚动播报`);
  await isSaved(page);

  const second = await browser.newContext();
  const colleague = await second.newPage();
  const { name } = await signInAs(second, ['frontEditor']);
  await colleague.goto('/desk/fronts/home');
  await place(colleague, '头条', article);
  await colleague.getByRole('button', { name: '发布整版' }).click();
  await expect(colleague.getByText('首页已发布，读者现在就能看到。')).toBeVisible();

  await page.getByRole('button', { name: '发布整版' }).click();
  await expect(page.getByRole('alert').getByText(name).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^载入新的/u })
    .first()
    .click();
  await expect(block(page, '头条').getByText(`乙放的 ${mark}`)).toBeVisible();
  await undoLastLaunch(page);
  await second.close();
});

test('a save on top of a colleague’s is refused with their name, and either is kept by choice', async ({
  page,
  browser,
}) => {
  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk/fronts/article');
  const second = await browser.newContext();
  const colleague = await second.newPage();
  const { name } = await signInAs(second, ['frontEditor']);
  await colleague.goto('/desk/fronts/article');
  await block(colleague, '最新消息').getByLabel('名称').fill('最新动态');
  await isSaved(colleague);
  await block(page, '最新消息').getByLabel('名称').fill('刚刚消息');
  await expect(page.getByText(new RegExp(`${name}保存了这个版面`, 'u'))).toBeVisible();
  await page.getByRole('button', { name: '用我的覆盖' }).click();
  await isSaved(page);
  await colleague.reload();
  await expect(block(colleague, '刚刚消息')).toBeVisible();
  await block(colleague, '刚刚消息').getByLabel('名称').fill('最新消息');
  await isSaved(colleague);
  await second.close();
});

test('one block alone is launched: 城市观察 beside every article shows what was placed', async ({
  page,
  browser,
}) => {
  const mark = Date.now();
  const placed = await insertPublishedArticle(`城市观察的头条 ${mark}`);
  const beside = await insertPublishedArticle(`旁边的稿件 ${mark}`);
  await signInAs(page, ['frontEditor']);
  await page.goto('/desk/fronts/article');
  await place(page, '城市观察', placed);
  await block(page, '城市观察')
    .getByRole('button', { name: /在版面上的标题和摘要/u })
    .first()
    .click();
  await block(page, '城市观察').getByLabel('版面上的摘要').fill('读者在侧栏里读到的摘要。');
  await isSaved(page);
  const frame = page.frameLocator('iframe[title="读者看到的版面"]');
  await expect(frame.locator('.city-observation-block').getByText('读者在侧栏里读到的摘要。')).toBeVisible();

  await block(page, '城市观察').getByRole('button', { name: '发布这一块' }).click();
  await expect(page.getByText('版块“城市观察”已发布。')).toBeVisible();
  const reader = await browser.newPage();
  await reader.goto(`/article/${beside}`);
  const sideBar = reader.getByRole('complementary', { name: '更多内容' });
  await expect(sideBar.getByRole('heading', { name: `城市观察的头条 ${mark}` })).toBeVisible();
  await expect(sideBar.getByText('读者在侧栏里读到的摘要。')).toBeVisible();

  await block(page, '城市观察')
    .getByRole('button', { name: `移除“城市观察的头条 ${mark}”` })
    .click();
  await block(page, '城市观察')
    .getByRole('button', { name: `恢复城市观察的头条 ${mark}` })
    .click();
  await isSaved(page);
  await expect(block(page, '城市观察').getByRole('button', { name: '发布这一块' })).toBeDisabled();
  await undoLastLaunch(page);
});

test('a line is dragged to another place by pointer, and the draft can be thrown away', async ({ page }) => {
  const mark = Date.now();
  const first = await insertPublishedArticle(`上面的 ${mark}`);
  const second = await insertPublishedArticle(`下面的 ${mark}`);
  await signInAs(page, ['frontEditor']);
  await page.goto('/desk/fronts/home');
  await place(page, '头条', second);
  await place(page, '头条', first);
  const lines = block(page, '头条').getByRole('list', { name: '头条：人工放入' }).getByRole('listitem');
  await expect(lines.first()).toContainText('上面的');
  const handle = block(page, '头条').getByRole('button', { name: `移动“上面的 ${mark}”` });
  const from = (await handle.boundingBox())!;
  const to = (await lines.nth(1).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(lines.first()).toContainText('下面的');
  await isSaved(page);
  await page.reload();
  await expect(lines.first()).toContainText('下面的');
  await page.getByRole('button', { name: '恢复成线上的样子' }).click();
  await page.getByRole('button', { name: '放弃改动' }).click();
  await isSaved(page);
  await expect(lines.filter({ hasText: `上面的 ${mark}` })).toHaveCount(0);
});

test('whoever may not arrange fronts is told so', async ({ page }) => {
  await signInAs(page, ['reporter']);
  await page.goto('/desk/fronts/home');
  await expect(page.getByRole('heading', { name: '没有权限' })).toBeVisible();
});
