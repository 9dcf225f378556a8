import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type FakePortal,
  gone,
  pictureName,
  renderedPage,
  startFakePortal,
} from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';

let portal: FakePortal;
beforeAll(async () => {
  portal = await startFakePortal({ siteUrl: 'https://news.example.cn' });
  portal.standings.set('/gone', gone(1));
  portal.standings.set('/old', { kind: 'moved', to: '/' });
  portal.standings.set('/broken', { kind: 'live', route: { path: '/broken', query: '' } });
  portal.standings.set('/feed.xml', { kind: 'live', route: { path: '/feed.xml', query: '' } });
  portal.renderWith(async (url) => {
    if (url === '/broken') throw new Error('broken');
    const page = renderedPage('x');
    return url === '/feed.xml' ? { ...page, headers: { 'content-type': 'application/rss+xml' } } : page;
  });
});
afterAll(() => portal.close());

const kinds: [kind: string, target: string, method?: string][] = [
  ['reader page', '/'],
  ['feed', '/feed.xml'],
  ['notice of a missing page', '/nothing'],
  ['notice of a withdrawn page', '/gone'],
  ['moved', '/old'],
  ['failed render', '/broken'],
  ['malformed', '/%ff'],
  ['wrong method', '/', 'DELETE'],
  ['hashed asset', '/_next/static/chunks/style.css'],
  ['public file', '/favicon.ico'],
  ['picture', `/media/${pictureName}`],
  ['desk', '/desk'],
  ['health', '/healthz'],
];

/** What changes from run to run is left out; whether it is there is the business of other tests. */
function stableLines(rawHeaders: string[]): string[] {
  const changing = new Set(['Date', 'ETag', 'Last-Modified', 'Content-Length', 'Connection', 'Keep-Alive']);
  return rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1 || changing.has(name)) return [];
    const value = rawHeaders[index + 1]!.replace(/'nonce-[^']+'/u, "'nonce-…'").replace(
      /sha256-[^']+/u,
      'sha256-…',
    );
    return [`${name}: ${value}`];
  });
}

test.each(kinds)('the headers of a %s are exactly these', async (_, target, method) => {
  const answer = await ask(portal.port, target, { method: method ?? 'GET' });
  expect([`${answer.status}`, ...stableLines(answer.rawHeaders)].join('\n')).toMatchSnapshot();
});

test.each(kinds)(
  'a %s sniffs nothing, names no product, sets no cookie, insists on https',
  async (_, target, method) => {
    const { headers } = await ask(portal.port, target, { method: method ?? 'GET' });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBeDefined();
  },
);

test('a portal on plain http does not promise https', async () => {
  const plain = await startFakePortal({ siteUrl: 'http://news.example.cn' });
  const { headers } = await ask(plain.port, '/');
  await plain.close();
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('the style sheet inside an error document is the one that its policy admits', async () => {
  const { headers, text } = await ask(portal.port, '/broken');
  const style = /<style>(.*)<\/style>/su.exec(text)![1]!;
  const digest = await crypto.subtle.digest('SHA-256', Buffer.from(style));
  expect(headers['content-security-policy']).toContain(
    `style-src 'sha256-${Buffer.from(digest).toString('base64')}'`,
  );
});
