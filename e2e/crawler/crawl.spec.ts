import { type APIRequestContext, expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';

type Visited = {
  address: string;
  title: string;
  canonical: string | null;
  links: string[];
  isIndexed: boolean;
};

/** Follows every link of the site from the home page, as a crawler would: without a browser. */
async function crawl(
  request: APIRequestContext,
  origin: string,
): Promise<{ pages: Visited[]; broken: string[] }> {
  const waiting = [`${origin}/`];
  const seen = new Set(waiting);
  const pages: Visited[] = [];
  const broken: string[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const answer = await request.get(address, { maxRedirects: 0 });
    if (answer.status() !== 200) {
      broken.push(`${answer.status()} ${address}`);
      continue;
    }
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    const page = read(address, await answer.text(), origin);
    pages.push(page);
    for (const link of page.links) {
      if (seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return { pages, broken };
}

function read(address: string, html: string, origin: string): Visited {
  const { document } = parseHTML(html);
  const links = [...document.querySelectorAll('a[href]')]
    .map((link) => new URL(link.getAttribute('href') ?? '', address))
    // Searches are without end; the desk is not for crawlers.
    .filter(
      ({ origin: target, pathname }) => target === origin && !/^\/(?:search|desk|preview)\b/u.test(pathname),
    )
    .map((url) => url.origin + url.pathname + url.search);
  return {
    address,
    title: document.querySelector('title')?.textContent ?? '',
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    links: [...new Set(links)],
    isIndexed: !/noindex/u.test(document.querySelector('meta[name=robots]')?.getAttribute('content') ?? ''),
  };
}

test('whoever follows the links finds no dead end, no page twice and every article of the sitemap', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { pages, broken } = await crawl(request, baseURL!);
  expect(broken).toEqual([]);
  expect(pages.length).toBeGreaterThan(60);
  for (const { address, canonical } of pages) {
    // The root with and without its slash is one address (RFC 3986 §6.2.3).
    expect(canonical && new URL(canonical).href, address).toBe(new URL(address).href);
  }
  const titles = Map.groupBy(pages, ({ title }) => title);
  expect(
    [...titles.values()].filter((same) => same.length > 1).map((same) => same.map(({ address }) => address)),
  ).toEqual([]);
  // A form about each article is nothing to be found by searching.
  const isForm = (address: string) => new URL(address).pathname === '/report';
  for (const { address, isIndexed } of pages) expect(isIndexed, address).toBe(!isForm(address));

  const visited = new Set(pages.map(({ address }) => address));
  const index = await (await request.get('/sitemap.xml')).text();
  for (const [, file] of index.matchAll(/<loc>([^<]+)<\/loc>/gu)) {
    const answer = await request.get(file!);
    expect(answer.status(), file).toBe(200);
    for (const [, address] of (await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/gu)) {
      // Other journeys publish while this one walks; what they add is no orphan of the demo newsroom.
      const number = Number(/\/article\/(\d+)$/u.exec(address!)?.[1] ?? 0);
      if (number <= 62) expect(visited.has(address!), address).toBe(true);
    }
  }
});

test('machine surfaces are revalidated, compressed and the same under a forged host', async ({
  request,
  baseURL,
}) => {
  for (const path of [
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/city/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
  ]) {
    const first = await request.get(path);
    expect(first.status(), path).toBe(200);
    const { etag } = first.headers();
    expect(etag, path).toBeTruthy();
    const second = await request.get(path, { headers: { 'If-None-Match': etag! } });
    expect([200, 304], path).toContain(second.status());
    const text = await first.text();
    expect(text, path).not.toContain('evil.example');
    expect(text).toContain(path === '/llms.txt' ? '# ' : baseURL!);
  }
});
