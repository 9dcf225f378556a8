import { expect, test } from '@playwright/test';
import { portal } from '@/e2e/support/desk-actions';
import { asEditor, leaveLiveArticle, newMark, openForm } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { startSecondPortal } from '@/e2e/support/start-portal';
import { formatDate } from '@/lib/dates';
import { ask } from '@/server/testing/http-client';

/** Everywhere readers and machines meet an article of the section 文化. */
function surfacesOf(mark: string): string[] {
  const month = formatDate(new Date()).slice(0, 7);
  return [
    '/',
    '/latest',
    '/culture',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/culture/feed.xml',
    '/sitemaps/news.xml',
    `/sitemaps/articles-${month}.xml`,
    `/search?q=${encodeURIComponent(mark)}`,
    `/search/suggest?q=${encodeURIComponent(mark)}`,
    '/corrections',
  ];
}

const get = async (target: string, port = Number(portal().port)) =>
  ask(port, target, { headers: { host: portal().host } });

/** The surfaces that speak of an article. A search page repeats the words that were asked. */
async function surfacesThatName(articleId: number, mark: string, port?: number): Promise<string[]> {
  const naming: string[] = [];
  for (const surface of surfacesOf(mark)) {
    const { status, text } = await get(surface, port);
    expect([surface, status < 500]).toEqual([surface, true]);
    const says = surface.startsWith('/search/suggest')
      ? text.includes(mark)
      : new RegExp(`/article/${articleId}\\b`, 'u').test(text);
    if (says) naming.push(surface);
  }
  return naming;
}

test('a correction shows on the article, in the list and in the data of the page, and can be taken back', async ({
  page,
}) => {
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const { articleId } = await leaveLiveArticle(chief, 'culture', newMark());
  const words = `第二段“3 月”应为“5 月”（${newMark()}）。`;
  await openForm(page, articleId);
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await expect(page.getByRole('button', { name: '发布更正' })).toBeDisabled();
  await page.getByLabel('更正的内容').fill(words);
  await page.getByRole('button', { name: '发布更正' }).click();
  await expect(page.getByText('更正已发布，读者在稿件上就能看到')).toBeVisible();

  const article = await get(`/article/${articleId}`);
  const box = /<aside class="corrections"[^]*?<\/aside>/u.exec(article.text)?.[0];
  expect(box).toContain(words);
  expect(article.text.indexOf(box!)).toBeLessThan(article.text.lastIndexOf('河边的步道今天开放。'));
  const data = [...article.text.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/gu)]
    .map(([, json]) => JSON.parse(json!) as { '@graph'?: Record<string, unknown>[] })
    .flatMap((one) => one['@graph'] ?? [])
    .find((node) => node['@type'] === 'NewsArticle');
  expect(data?.correction).toMatchObject([{ '@type': 'CorrectionComment', text: words }]);
  expect((await get('/corrections')).text).toContain(words);

  await page.getByRole('button', { name: '取消更正' }).click();
  await page.getByLabel('取消的原因（记入操作记录）').fill('原文没有错');
  await page.getByRole('button', { name: '确认取消更正' }).click();
  await expect(page.getByText('已取消更正，读者不再看到')).toBeVisible();
  expect((await get(`/article/${articleId}`)).text).not.toContain(words);
  expect((await get('/corrections')).text).not.toContain(words);
});

test('a withdrawn article is gone from every surface with the next request, and within a second on another instance', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const second = await startSecondPortal();
  try {
    const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
    const mark = newMark();
    const { articleId } = await leaveLiveArticle(chief, 'culture', mark, { tags: [mark] });
    await openForm(page, articleId);
    await page.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByLabel('更正的内容').fill('时间应为周六。');
    await page.getByRole('button', { name: '发布更正' }).click();
    await expect(page.getByText('更正已发布，读者在稿件上就能看到')).toBeVisible();
    // Everything is in both caches before it is taken away.
    expect(await surfacesThatName(articleId, mark)).toEqual(surfacesOf(mark));
    await expect.poll(() => surfacesThatName(articleId, mark, second.port)).toEqual(surfacesOf(mark));

    await page.getByRole('button', { name: '撤稿', exact: true }).click();
    await page.getByLabel('撤稿的原因（读者会看到）').fill('消息未经核实');
    await page.getByRole('button', { name: '确认撤稿' }).click();
    await expect(page.getByText('已撤稿，原网址只显示撤稿的原因')).toBeVisible();

    expect(await surfacesThatName(articleId, mark)).toEqual([]);
    const gone = await get(`/article/${articleId}`);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('撤回原因：消息未经核实');
    expect(gone.text).not.toContain(mark);
    // The other instance asks for the content version at most a second late.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await get(`/article/${articleId}`, second.port)).status).toBe(410);
    expect(await surfacesThatName(articleId, mark, second.port)).toEqual([]);

    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeHidden();
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByLabel('恢复的原因（记入操作记录）').fill('查实无误');
    await page.getByRole('button', { name: '确认恢复' }).click();
    await expect(page.getByText('已恢复为下线的稿件，可以修改后再发布')).toBeVisible();
    expect((await get(`/article/${articleId}`)).status).toBe(404);
  } finally {
    await second.stop();
  }
});
