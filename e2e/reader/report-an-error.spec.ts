import { expect, test } from '@playwright/test';
import { portal } from '@/e2e/support/desk-actions';
import { newMark } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { ask } from '@/server/testing/http-client';

const article = '/article/1';

/** Each journey is a reader of its own to the limits by address. */
const newAddress = () => `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
let address: string;
test.beforeEach(async ({ page }) => {
  address = newAddress();
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': address });
});

const post = (fields: Record<string, string>, headers: Record<string, string | undefined> = {}) => {
  const body = new URLSearchParams(fields).toString();
  const sent = {
    origin: portal().origin,
    host: portal().host,
    'x-forwarded-for': address,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return ask(Number(portal().port), '/report', {
    method: 'POST',
    body,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
  });
};

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an error is reported on a phone; what was refused comes back with every word', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const mark = newMark();
    await page.goto(article);
    await page.getByRole('link', { name: '纠错' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('纠错');
    const [sideways, scripts] = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.querySelectorAll('script[src*="_next"]').length,
    ]);
    expect([sideways! <= 0, scripts]).toEqual([true, 0]);
    const text = `看 http://a.example 和 http://b.example ${mark}`;
    await page.getByLabel('哪里有问题').fill(text);
    await page.getByLabel('电话或邮箱').fill('reader@example.com');
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('alert')).toHaveText('请不要放多个网址');
    await expect(page.getByLabel('哪里有问题')).toHaveValue(text);
    await expect(page.getByLabel('电话或邮箱')).toHaveValue('reader@example.com');
    await page.getByLabel('哪里有问题').fill(`第二段的时间写错了 ${mark}`);
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('已经收到，谢谢您');
  });
});

test('marked words go along, and the desk opens at their paragraph and ends the report', async ({
  page,
  browser,
}) => {
  const mark = newMark();
  await page.goto(article);
  const paragraph = page.locator('.article-body > p').nth(1);
  const words = (await paragraph.innerText()).slice(0, 12);
  await paragraph.evaluate((element) => {
    const range = document.createRange();
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
    range.setStart(text, 0);
    range.setEnd(text, Math.min(12, text.textContent!.length));
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  });
  await page.getByRole('link', { name: '纠错' }).click();
  await expect(page.getByLabel('原文')).toHaveValue(words);
  await page.getByLabel('哪里有问题').fill(`这里的数字不对 ${mark}`);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已经收到，谢谢您');

  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, ['chiefEditor']);
  await desk.goto('/desk/reports');
  const item = desk.getByRole('listitem').filter({ hasText: mark });
  await expect(item).toContainText(`原文：${words}`);
  await item.getByRole('link', { name: /^纠错/u }).click();
  await desk.getByRole('textbox', { name: '正文' }).waitFor();
  await expect
    .poll(() =>
      desk.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent ?? ''),
    )
    .toContain(words);
  const panel = desk.locator('[id^="report-"]').filter({ hasText: mark });
  await panel.getByRole('button', { name: '不采纳' }).click();
  await expect(desk.getByRole('dialog').getByRole('button', { name: '确认' })).toBeDisabled();
  await desk.getByLabel('不采纳的原因').fill('核实无误');
  await desk.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await expect(desk.getByText('已处理')).toBeVisible();
  await desk.goto('/desk/reports?state=dropped');
  await expect(desk.getByRole('listitem').filter({ hasText: mark })).toContainText('核实无误');
  await desk.context().close();
});

test('a flood is answered 429 with the words kept; other pages and shapes are refused', async () => {
  const mark = newMark();
  const statuses: number[] = [];
  for (let number = 0; number < 12; number += 1) {
    statuses.push((await post({ article: '', text: `城南修路没有围挡 ${mark} ${number}` })).status);
  }
  expect(statuses.at(-1)).toBe(429);
  const last = await post({ article: '', text: `城南修路 ${mark} 最后一次 <b>&` });
  expect(last.headers['retry-after']).toBe('600');
  expect(last.headers['cache-control']).toContain('no-store');
  expect(last.text).toContain(`城南修路 ${mark} 最后一次 &lt;b&gt;&amp;`);
  expect((await post({ text: '别处来的话' }, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await post({ text: '没有来处的话' }, { origin: undefined })).status).toBe(403);
  expect((await post({ text: '长'.repeat(3000) })).status).toBe(413);
  expect((await post({ text: '别的形状' }, { 'content-type': 'application/json' })).status).toBe(400);
  expect((await post({ article: '1', text: '多余的字段', role: 'chiefEditor' })).status).toBe(422);
  expect(
    (await ask(Number(portal().port), '/report?article=0', { headers: { host: portal().host } })).status,
  ).toBe(404);
  expect((await ask(Number(portal().port), '/article/1', { method: 'POST' })).status).toBe(405);
});
