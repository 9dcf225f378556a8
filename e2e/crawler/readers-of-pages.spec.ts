import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
// @ts-expect-error -- the package has no types of its own
import jsonld from 'jsonld';
import { parseHTML } from 'linkedom';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { type ArticleBody, blockLines } from '@/lib/article-body';
import { lte } from 'drizzle-orm';

const checker = 'node_modules/vnu-jar/build/dist/vnu.jar';
const hasJava = spawnSync('java', ['-version']).status === 0;

const templates = [
  '/',
  '/city',
  '/town/express',
  '/article/60',
  '/article/1',
  '/search?q=澄澜',
  '/latest',
  '/about',
  '/nothing-here',
];

for (const path of templates) {
  test(`the Nu HTML checker finds no error on ${path}`, async ({ request }) => {
    test.skip(!hasJava || !existsSync(checker), 'Java or vnu-jar is missing: the HTML is not checked here.');
    const html = await (await request.get(path)).text();
    const { stdout } = spawnSync(
      'java',
      ['-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', '-'],
      {
        input: html,
        encoding: 'utf8',
        maxBuffer: 10 ** 7,
      },
    );
    const { messages } = JSON.parse(stdout) as {
      messages: { type: string; message: string; extract?: string }[];
    };
    expect(
      messages.filter(({ type }) => type === 'error').map(({ message, extract }) => `${message} ${extract}`),
    ).toEqual([]);
  });
}

/** Letters and marks without blanks. */
const plain = (text: string) => text.replaceAll(/\s/gu, '');

/** The running text; captions belong to their pictures. */
function textLines({ content }: ArticleBody): string[] {
  return content.filter(({ type }) => type !== 'image' && type !== 'gallery').flatMap(blockLines);
}

test('Readability and Defuddle find headline, byline and the whole body of every demo article', async ({
  request,
}) => {
  test.setTimeout(180_000);
  const rows = await reader().select().from(articles).where(lte(articles.id, 62));
  expect(rows.length).toBe(62);
  for (const { id, headline, body } of rows) {
    const html = await (await request.get(`/article/${id}`)).text();
    const readable = new Readability(parseHTML(html).document as unknown as Document).parse();
    const lines = textLines(body)
      .flatMap((line) => line.split('\n'))
      .map(plain);
    const texts = {
      readability: plain(readable?.textContent ?? ''),
      defuddle: plain(
        parseHTML(
          `<html><body>${(await Defuddle(html, `http://localhost/article/${id}`)).content}</body></html>`,
        ).document.body.textContent ?? '',
      ),
    };
    for (const [tool, text] of Object.entries(texts)) {
      const found = lines.filter((line) => text.includes(line)).length;
      expect(found / lines.length, `${tool} on ${id}`).toBeGreaterThanOrEqual(0.95);
    }
    expect(plain(readable?.title ?? ''), String(id)).toContain(plain(headline));
  }
});

test('data blocks stand in the head, expand to typed nodes, and say what the page says', async ({
  request,
  baseURL,
  page,
}) => {
  for (const path of ['/', '/city', '/article/60']) {
    const html = await (await request.get(path)).text();
    const { document } = parseHTML(html);
    const blocks = [...document.querySelectorAll('head script[type="application/ld+json"]')];
    expect(blocks.length, path).toBeGreaterThan(0);
    expect(document.querySelectorAll('body script[type="application/ld+json"]').length).toBe(0);
    for (const block of blocks) {
      const data = JSON.parse(block.textContent ?? '') as Record<string, unknown>;
      // The context is not fetched: every word of it is one of schema.org's or of Baidu's.
      const nodes = (await jsonld.expand({
        ...data,
        '@context': { '@vocab': 'https://schema.org/' },
      })) as object[];
      expect(nodes.length, path).toBeGreaterThan(0);
    }
  }
  await page.goto('/article/60');
  const data = JSON.parse(
    (await page.locator('head script[type="application/ld+json"]').first().textContent()) ?? '',
  ) as {
    '@graph': [{ headline: string; mainEntityOfPage: string }, { itemListElement: { name: string }[] }];
  };
  const [article, breadcrumb] = data['@graph'];
  expect(article.headline).toBe(await page.getByRole('heading', { level: 1 }).innerText());
  expect(article.mainEntityOfPage).toBe(`${baseURL}/article/60`);
  const trail = await page
    .getByRole('navigation', { name: '您当前的位置' })
    .getByRole('link')
    .allInnerTexts();
  expect(breadcrumb.itemListElement.map(({ name }) => name)).toEqual(trail);
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  expect(await meta('og:url')).toBe(`${baseURL}/article/60`);
  expect(await meta('og:title')).toBe(article.headline);
  expect(await meta('article:published_time')).toMatch(/\+08:00$/u);
});
