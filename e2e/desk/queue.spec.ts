import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { openArticles } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import { signInAs } from '@/e2e/support/sign-in';
import { insertArticle } from '@/features/articles/insert-article';
import { paragraph } from '@/lib/article-body';
import { countLabel, type Queue } from '@/lib/queue';

async function sectionIdOf(path: string): Promise<number> {
  const [section] = await reader().select({ id: sections.id }).from(sections).where(eq(sections.path, path));
  return section!.id;
}

/** A word that no other journey has in its articles. */
const newMark = () => `灯会${randomBytes(4).toString('hex')}`;

type Changes = Partial<typeof articles.$inferInsert>;

/** An article as somebody left it; unless told otherwise an unfinished draft. */
async function leaveArticle(headline: string, sectionPath: string, changes: Changes = {}): Promise<number> {
  const sectionId = await sectionIdOf(sectionPath);
  const body = { type: 'doc' as const, content: [paragraph('江边的灯亮了。')] };
  return tx(async (q) => {
    const id = await insertArticle(q, { sectionId, headline, body, credits: [] }, new Date());
    await q
      .update(articles)
      .set({ updatedAt: new Date(), ...changes })
      .where(eq(articles.id, id));
    return id;
  });
}

const lines = (page: Page) => page.locator('[data-queue-line]');
const countOf = (page: Page, queue: Queue) => page.locator(`[data-count=${queue}]`);

test('each tab tells as many articles as the database holds and its list shows', async ({ page }) => {
  const { editorId } = await signInAs(page, ['reporter'], await sectionIdOf('culture'));
  const mark = newMark();
  await leaveArticle(`${mark}之一`, 'culture', { createdBy: editorId });
  await leaveArticle(`${mark}之二`, 'culture', { createdBy: editorId, status: 'unpublished' });
  await leaveArticle(`${mark}之三`, 'culture', { assigneeId: editorId, status: 'inReview' });
  await page.goto('/desk');
  await expect(page.getByRole('link', { name: /我的草稿/u })).toHaveAttribute('aria-current', 'page');
  await expect(countOf(page, 'mine')).toContainText('2');
  await expect(countOf(page, 'sent')).toContainText('1');
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('link', { name: /交给我的/u }).click();
  await expect(lines(page)).toHaveText([`${mark}之三`]);

  await signInAs(page, ['chiefEditor']);
  await page.goto('/desk?queue=scheduled');
  const before = await reader().$count(articles, eq(articles.status, 'scheduled'));
  await expect(countOf(page, 'scheduled')).toHaveText(`${countLabel(before)} 篇`);
});

test('filters stand in the address, also without script, and each narrows the list', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { editorId, name } = await signInAs(page, ['editor']);
  const mark = newMark();
  const inTown = await leaveArticle(`${mark} 即时`, 'town/express', { createdBy: editorId });
  await leaveArticle(`${mark} 文化`, 'culture', { status: 'unpublished' });
  await page.goto('/desk?queue=all');
  await page.getByLabel('文字或编号').fill(mark);
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/words=/u);
  await expect(lines(page)).toHaveCount(2);
  await page.getByLabel('栏目').selectOption(String(await sectionIdOf('town')));
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(lines(page)).toHaveText([`${mark} 即时`]);
  await page.getByLabel('栏目').selectOption('');
  await page.getByLabel('状态').selectOption({ label: '已下线' });
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(lines(page)).toHaveText([`${mark} 文化`]);
  await page.getByLabel('人员').selectOption({ label: name });
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page.getByText('没有符合这些条件的稿件')).toBeVisible();
  await page.getByRole('link', { name: '清除' }).click();
  await page.getByLabel('文字或编号').fill(`#${inTown}`);
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(lines(page)).toHaveText([`${mark} 即时`]);
  await context.close();
});

test('the queue is worked through with the keyboard alone', async ({ page }) => {
  const { editorId } = await signInAs(page, ['reporter'], await sectionIdOf('sports'));
  const ids: number[] = [];
  for (const word of ['一', '二', '三']) {
    ids.unshift(await leaveArticle(`赛艇${word}`, 'sports', { createdBy: editorId }));
  }
  await page.goto('/desk');
  await page.keyboard.press('j');
  await expect(lines(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(lines(page).nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(lines(page).nth(1)).toBeFocused();

  await page.keyboard.press('/');
  const words = page.getByLabel('文字或编号');
  await expect(words).toBeFocused();
  await page.keyboard.type('jkn/?');
  await expect(words).toHaveValue('jkn/?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await words.fill('');
  await words.blur();

  await page.keyboard.press('Control+j');
  await expect(lines(page).first()).not.toBeFocused();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: '快捷键' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/desk$/u);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.locator('main').focus();
  await page.keyboard.press('k');
  await expect(lines(page).nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/desk/articles/${ids[2]}$`, 'u'));
  await page.goto('/desk');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/desk\/articles\/new$/u);
});

test('a correspondent sees only what they began, and nobody the drafts of foreign sections', async ({
  page,
}) => {
  const { editorId } = await signInAs(page, ['correspondent']);
  const mark = newMark();
  await leaveArticle(`${mark} 自己的`, 'culture', { createdBy: editorId });
  const foreign = await leaveArticle(`${mark} 别人的`, 'culture');
  await page.goto(`/desk?queue=all&words=${mark}`);
  await expect(lines(page)).toHaveText([`${mark} 自己的`]);
  await expect(page.getByRole('link', { name: /待审/u })).toHaveCount(0);
  await page.goto(`/desk?queue=all&words=%23${foreign}`);
  await expect(lines(page)).toHaveCount(0);

  await signInAs(page, ['editor'], await sectionIdOf('sports'));
  await page.goto(`/desk?queue=all&words=${mark}`);
  await expect(lines(page)).toHaveCount(0);
  await signInAs(page, ['editor'], await sectionIdOf('culture'));
  await page.goto(`/desk?queue=all&words=${mark}`);
  await expect(lines(page)).toHaveCount(2);
});

test('an open list tells by itself who opens an article, and the focus and what is typed stay', async ({
  page,
}) => {
  const { editorId, name } = await signInAs(page, ['editor'], await sectionIdOf('health'));
  const articleId = await leaveArticle(`门诊${editorId}`, 'health', { createdBy: editorId });
  await page.clock.install();
  await page.goto('/desk?queue=mine');
  await page.getByLabel('文字或编号').fill('写到一半');
  await lines(page).first().focus();
  await tx(async (q) => {
    const now = new Date();
    await q
      .insert(openArticles)
      .values({ articleId, tab: 'journey-tab', editorId, openedAt: now, seenAt: now });
  });
  await page.clock.runFor(21_000);
  await expect(page.getByText(`${name}正在打开`)).toBeVisible();
  await expect(lines(page).first()).toBeFocused();
  await expect(page.getByLabel('文字或编号')).toHaveValue('写到一半');
});

test('older articles come a page at a time, and the way back to the newest is one step', async ({ page }) => {
  const { editorId } = await signInAs(page, ['reporter'], await sectionIdOf('economy'));
  for (let index = 0; index < 51; index += 1) {
    await leaveArticle(`第 ${index} 篇`, 'economy', { createdBy: editorId });
  }
  await page.goto('/desk');
  await expect(lines(page)).toHaveCount(50);
  await page.getByRole('link', { name: '更早' }).click();
  await expect(lines(page)).toHaveText(['第 0 篇']);
  await expect(page.getByRole('link', { name: '更早' })).toHaveCount(0);
  await page.getByRole('link', { name: '回到最新' }).click();
  await expect(lines(page).first()).toHaveText('第 50 篇');
});

test('at 768 pixels every column of a full line is in sight, the time of the last change too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 900 });
  const { editorId } = await signInAs(page, ['editor']);
  const mark = newMark();
  const scheduledAt = new Date(Date.now() + 86_400_000);
  await leaveArticle(mark, 'town/express', { createdBy: editorId, status: 'scheduled', scheduledAt });
  await page.goto(`/desk?queue=scheduled&words=${mark}`);
  await expect(lines(page)).toHaveText([mark]);
  const hidden = await page.getByRole('region', { name: '定时' }).evaluate((box) => {
    return box.scrollWidth - box.clientWidth;
  });
  expect(hidden).toBe(0);
});

for (const width of [1280, 768]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}, the queue breaks no rule of axe and does not scroll sideways`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signInAs(page, ['chiefEditor']);
      for (const address of ['/desk?queue=all', '/desk?queue=mine', '/desk?queue=all&words=无此一词']) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const sideways = () => document.documentElement.scrollWidth - innerWidth;
        expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
      }
    });
  }
}
