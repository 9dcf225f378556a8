import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { revisions } from '@/db/schema/desk';
import { styleReports } from '@/db/schema/house-style';
import { askAction, answerOf } from '@/e2e/support/desk-actions';
import { asEditor, leaveDraft, newMark, openForm, rowOf, typeAtEnd } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { bodyLines, paragraph } from '@/lib/article-body';

/* The newsroom's rules at the desk: kept on their page, met while writing, in force at the server. */

async function expectCleanPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
}

const panel = (page: Page): Locator => page.locator('#style-panel');
const findings = (page: Page): Locator =>
  panel(page).getByRole('list', { name: '机检发现' }).getByRole('listitem');
const marks = (page: Page): Locator => page.getByRole('textbox', { name: '正文' }).locator('.style-mark');

async function storedText(articleId: number): Promise<string> {
  const [newest] = await reader()
    .select({ content: revisions.content })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.version))
    .limit(1);
  return bodyLines(newest!.content.body).join('\n');
}

test('a text with twelve planted faults shows twelve, and a clean one none', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await openForm(page, articleId);
  await expect(panel(page).getByText('没有查出问题')).toBeVisible();
  await expect(marks(page)).toHaveCount(0);
  await typeAtEnd(
    page,
    '大部份渡口已修茸,按装完成后截止目前增长百分之12。共２０人迫不急待，他想了想...据说残废人也能座落在江边，气侯很好。',
  );
  await expect(marks(page)).toHaveText([
    '部份',
    '修茸',
    ',',
    '按装',
    '截止目前',
    '百分之12',
    '２０',
    '迫不急待',
    '...',
    '残废人',
    '座落',
    '气侯',
  ]);
  await expect(findings(page)).toHaveCount(12);
  await expect(page.getByText(/已保存/u)).toBeVisible();
  // The marks are drawn, not written.
  expect(await storedText(articleId)).toContain('大部份渡口已修茸,按装完成');
  expect(JSON.stringify((await rowOf(articleId))!.body)).not.toContain('mark');
});

test('findings are put right with the keyboard alone, undone, and ignored with a reason that goes with the text', async ({
  page,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const headline = `${newMark()}帐号`;
  const { articleId } = await leaveDraft(chief, 'city', headline, {
    body: { type: 'doc', content: [paragraph('大部份人来了。'), paragraph('古书上写作“部份”。')] },
  });
  await openForm(page, articleId);
  await expect(findings(page)).toHaveCount(3);
  await page.keyboard.press('F8');
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused();
  await page.keyboard.press('F9');
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue(headline.replace('帐号', '账号'));
  await expect(findings(page)).toHaveCount(2);
  await page.keyboard.press('F8');
  expect(await page.evaluate(() => String(getSelection()))).toBe('部份');
  await page.keyboard.press('F9');
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('大部分人来了。');
  await page.getByRole('textbox', { name: '正文' }).getByText('大部分人来了。').click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('大部份人来了。');
  await page.keyboard.press('Control+Shift+z');
  await expect(findings(page)).toHaveCount(1);
  await page.keyboard.press('F8');
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await page.keyboard.press('Shift+F9');
  const dialog = page.getByRole('dialog', { name: '忽略这一处' });
  await dialog.getByLabel('理由').fill('引用古书');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText('没有查出问题')).toBeVisible();
  await expect(marks(page)).toHaveCount(0);

  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await expect(page.getByText('已送审')).toBeVisible();
  const report = page.locator('#style-report');
  await expect(report.getByRole('list', { name: '作者决定保留的' })).toContainText('引用古书');
  const [kept] = await reader().select().from(styleReports).where(eq(styleReports.articleId, articleId));
  expect(kept!.ignored).toMatchObject([{ words: '部份', reason: '引用古书', ignoredBy: chief.name }]);
  expect(kept!.findings).toEqual([]);

  await page.reload();
  await expect(panel(page).getByText('已忽略 1 处')).toBeVisible();
  await panel(page).getByText('已忽略 1 处').click();
  await panel(page).getByRole('button', { name: '恢复' }).click();
  await expect(findings(page)).toHaveCount(1);
});

test('what must be changed stops sending and publishing, by button and by a request sent again', async ({
  page,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  const sent: { id: string; body: string }[] = [];
  page.on('request', (request) => {
    const id = request.headers()['next-action'];
    if (id !== undefined) sent.push({ id, body: request.postData() ?? '' });
  });
  await openForm(page, articleId);
  await typeAtEnd(page, '网友说牛逼。');
  await expect(page.locator('#check-list').getByText('“牛逼”必须改')).toBeVisible();
  await expect(findings(page).getByRole('button', { name: '忽略' })).toHaveCount(0);
  for (const [open, confirm] of [
    ['送审', '送审'],
    ['发布', '确认发布'],
  ] as const) {
    await page.getByRole('button', { name: open, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '“牛逼”必须改' })).toBeVisible();
  }
  expect((await rowOf(articleId))!.status).toBe('draft');

  const { version } = (await rowOf(articleId))!;
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asked = { cookie, at: `/desk/articles/${articleId}` };
  const send = sent.find(({ body }) => body.includes('"assigneeId"'))!;
  // The sentence of the first refusal stands until the second answer comes.
  const isPublication = ({ body }: { body: string }) => /^\[\{"articleId":\d+,"version":\d+\}\]$/u.test(body);
  await expect.poll(() => sent.some(isPublication)).toBe(true);
  const publish = sent.find(isPublication)!;
  for (const [action, input] of [
    [send, { articleId, version, assigneeId: null, note: '' }],
    [publish, { articleId, version }],
  ] as const) {
    const answer = answerOf(await askAction({ id: action.id }, input, asked));
    expect(answer).toMatchObject({ ok: false });
    expect(JSON.stringify(answer)).toContain('“牛逼”必须改');
  }
  expect((await rowOf(articleId))!.status).toBe('draft');
});

test('the check goes on without a connection', async ({ page, context }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark());
  await openForm(page, articleId);
  await context.setOffline(true);
  await typeAtEnd(page, '登录帐号。');
  await expect(marks(page)).toHaveText(['帐号']);
  await findings(page).getByRole('button', { name: '改为“账号”' }).click();
  await expect(panel(page).getByText('没有查出问题')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/已保存/u)).toBeVisible();
  expect(await storedText(articleId)).toContain('登录账号。');
});

test('fields outside of the text show and mend their own findings', async ({ page }) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveDraft(chief, 'city', newMark(), {
    abstract: '大部份居民',
    tags: ['气侯', '步道'],
    credits: [{ role: 'editor', name: '庄书白' }],
  });
  await openForm(page, articleId);
  await expect(findings(page)).toHaveCount(2);
  const under = page.getByRole('list', { name: '机检', exact: true });
  await under.getByRole('button', { name: '改为“部分”' }).click();
  await expect(page.getByLabel('摘要')).toHaveValue('大部分居民');
  await under.getByRole('button', { name: '改为“气候”' }).click();
  await expect(page.getByRole('button', { name: '去掉标签 气候' })).toBeVisible();
  await expect(panel(page).getByText('没有查出问题')).toBeVisible();
});

test('a proofreader keeps the rules: new, changed, off, deleted, tried, out as a file and in again', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await signInAs(page, ['proofreader']);
  await page.goto('/desk');
  await page.getByRole('link', { name: '机检规则' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('机检规则');
  const word = newMark();
  await page.getByRole('button', { name: '新建规则' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('方式').selectOption('句式');
  await dialog.getByLabel('写法').fill('(a+)+');
  await dialog.getByLabel('说明').fill('试用的规则');
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await expect(dialog.getByText('这个句式会让检查变得很慢')).toBeVisible();
  await dialog.getByLabel('方式').selectOption('词语');
  await dialog.getByLabel('写法').fill(word);
  await dialog.getByLabel('怎样改').selectOption('替换为……');
  await dialog.getByLabel('替换为', { exact: true }).fill('对的');
  await dialog.getByLabel('试一试').fill(`这里有${word}。`);
  await expect(dialog.getByText('标出 1 处')).toBeVisible();
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByText('规则已新建。')).toBeVisible();

  await page.goto(`/desk/style-rules?words=${encodeURIComponent(word)}`);
  await expect(page.getByText('找到 1 条')).toBeVisible();
  await page.getByRole('row').getByRole('button', { name: /^修改/u }).click();
  await dialog.getByLabel('级别').selectOption('必改');
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByRole('cell', { name: '必改 错字' })).toBeVisible();

  await page.getByText('试一段文字').click();
  await page.getByLabel('文字', { exact: true }).fill(`一处${word}，一处部份。`);
  await page.getByRole('button', { name: '查一查' }).click();
  const tried = page.getByRole('status', { name: '试查结果' });
  await expect(tried.locator('mark')).toHaveText([word, '部份']);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ]);
  const file = await download.path();
  await page.getByRole('row').getByRole('button', { name: /^停用/u }).click();
  await expect(page.getByText('（停用）')).toBeVisible();
  await page.getByRole('button', { name: '导入 CSV' }).click();
  await dialog.getByLabel('CSV 文件').setInputFiles(file);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(/已导入：新增 \d+ 条，修改 \d+ 条/u)).toBeVisible();
  await expect(page.getByText('（停用）')).toHaveCount(0);

  await page.getByRole('button', { name: '导入 CSV' }).click();
  await dialog.getByLabel('CSV 文件').setInputFiles({
    name: 'broken.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '类别,级别,方式,写法,替换为,说明,栏目,例外,不查,启用\n错字,很坏,词语,甲,,不对,,,,是\n',
    ),
  });
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(dialog.getByText('第 2 行：级别只能是“必改”“应改”或“提示”。')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('row').getByRole('button', { name: /^删除/u }).click();
  await page.getByRole('button', { name: '确认删除' }).click();
  await expect(page.getByText('没有符合条件的规则')).toBeVisible();
});

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}, rules and findings break no rule of axe and scroll nowhere sideways`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
      const { articleId } = await leaveDraft(chief, 'city', `${newMark()}帐号`, {
        abstract: '大部份居民',
        body: {
          type: 'doc',
          content: [paragraph('网友说牛逼，大部份渡口已修茸，报导说２０人来了。'), paragraph('他想了想...')],
        },
      });
      const shots = process.env.SCREENSHOTS;
      const shoot = async (name: string) => {
        if (shots === undefined) return;
        await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: false });
      };
      await page.goto('/desk/style-rules');
      await expectCleanPage(page);
      await shoot('rules');
      await page.getByRole('button', { name: '新建规则' }).click();
      await expectCleanPage(page);
      await shoot('rule');
      await openForm(page, articleId);
      await expect(findings(page)).toHaveCount(8);
      await expectCleanPage(page);
      await shoot('form');
    });
  }
}
