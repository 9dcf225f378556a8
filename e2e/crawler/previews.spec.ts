import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';

const pages = ['/', '/city', '/article/1', '/article/40'];

test('what previews show has the size that is declared, for any program that asks', async ({ request }) => {
  for (const path of pages) {
    const { document } = parseHTML(await (await request.get(path)).text());
    const content = (selector: string) =>
      document.querySelector(`head meta[${selector}]`)?.getAttribute('content') ?? '';
    const square = content('itemprop="image"');
    const shown = [
      [
        content('property="og:image"'),
        content('property="og:image:width"'),
        content('property="og:image:height"'),
      ],
      ...(path === '/city' ? [] : [[square, '', '']]),
    ] as const;
    for (const [address, width, height] of shown) {
      const answer = await request.get(address!, { headers: { 'User-Agent': 'facebookexternalhit/1.1' } });
      expect(answer.status(), `${path} ${address}`).toBe(200);
      expect(answer.headers()['content-type']).toBe('image/jpeg');
      const found = await sharp(await answer.body()).metadata();
      if (width !== '') expect([found.width, found.height].map(String)).toEqual([width, height]);
      else expect(Math.min(found.width, found.height)).toBeGreaterThanOrEqual(300);
      const again = await request.get(address!, {
        headers: { 'If-None-Match': answer.headers().etag ?? 'none' },
      });
      expect([200, 304]).toContain(again.status());
    }
    expect(content('name="twitter:card"'), path).toBe('summary_large_image');
    expect(content('property="og:image:alt"'), path).not.toBe('');
  }
});

test('the pictures of an article in its data load in the sizes they claim, one of them large', async ({
  request,
}) => {
  for (const path of ['/article/1', '/article/40']) {
    const { document } = parseHTML(await (await request.get(path)).text());
    const data = [...document.querySelectorAll('head script[type="application/ld+json"]')].map(
      (script) => JSON.parse(script.textContent ?? '') as { '@graph'?: Record<string, unknown>[] },
    );
    const article = data
      .flatMap((one) => one['@graph'] ?? [])
      .find((node) => node['@type'] === 'NewsArticle')!;
    const images = article.image as { url: string; width: string; height: string }[];
    for (const { url, width, height } of images) {
      const found = await sharp(await (await request.get(url)).body()).metadata();
      expect([found.width, found.height].map(String), url).toEqual([width, height]);
    }
    expect(images.some(({ width }) => Number(width) >= 1200)).toBe(true);
  }
});

test('the manifest names icons that load', async ({ request }) => {
  const { document } = parseHTML(await (await request.get('/')).text());
  const address = document.querySelector('link[rel=manifest]')?.getAttribute('href');
  const answer = await request.get(address!);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as { name: string; icons: { src: string; sizes: string }[] };
  expect(manifest.name).not.toBe('');
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(await (await request.get(src)).body()).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});
