import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakePortal, live, startFakePortal } from '@/server/testing/fake-portal';
import { ask, askRaw } from '@/server/testing/http-client';
import { poisons } from '@/server/testing/poisons';

let portal: FakePortal;
beforeEach(async () => {
  portal = await startFakePortal();
  portal.standings.set('/article/12', live('/article/12'));
});
afterEach(() => portal.close());

test.each(poisons)('after a request with %j a clean request gets the clean page', async (headers) => {
  const poisoned = await ask(portal.port, '/article/12', { headers });
  const clean = await ask(portal.port, '/article/12');
  expect(portal.rendered).toEqual(['/article/12']);
  // The very first request fills the cache, so both must already be the page that everybody gets.
  expect([poisoned.status, poisoned.text]).toEqual([clean.status, clean.text]);
  expect(clean.text).toContain('页面 /article/12');
  expect(clean.headers['content-type']).toBe('text/html; charset=utf-8');
});

test.each([
  '/article/12?_rsc=abc',
  '/article/12?__nextDataReq=1',
  '/article/12?__nextLocale=x&nxtParticleId=99',
  '/article/12?amp=1&utm_source=%22%3E%3Cscript%3E',
  '/article/12?article=99&articleId=99&page=99',
  '/article/12?callback=evil',
])('%s is the same page and asks Next nothing new', async (target) => {
  const clean = await ask(portal.port, '/article/12');
  const other = await ask(portal.port, target);
  expect([other.status, other.text]).toEqual([200, clean.text]);
  expect(portal.rendered).toEqual(['/article/12']);
});

test('two Host headers or a foreign one reach no page', async () => {
  const bytes =
    'GET /article/12 HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
  expect(await askRaw(portal.port, bytes)).not.toContain('evil.example');
  expect((await ask(portal.port, '/article/12')).text).not.toContain('evil.example');
});

test('where a site address is configured, other hosts are answered 421, except for health', async () => {
  const strict = await startFakePortal({ siteUrl: 'https://news.example.cn', isSiteUrlConfigured: true });
  const statusFor = async (target: string, Host: string) =>
    (await ask(strict.port, target, { headers: { Host } })).status;
  expect(await statusFor('/', 'news.example.cn')).toBe(200);
  expect(await statusFor('/', 'News.Example.CN')).toBe(200);
  expect(await statusFor('/', 'news.example.cn:443')).toBe(200);
  // Cached by now: the quick way asks for the host too.
  for (const host of [
    'evil.example',
    'news.example.cn.evil.example',
    'news.example.cn:8080',
    'localhost',
    '',
  ]) {
    expect(await statusFor('/', host)).toBe(421);
    expect(await statusFor('/desk', host)).toBe(421);
    expect(await statusFor('/favicon.ico', host)).toBe(421);
    expect(await statusFor('/healthz', host)).toBe(200);
    expect(await statusFor('/readyz', host)).toBe(200);
  }
  const absolute = (target: string) =>
    askRaw(strict.port, `GET ${target} HTTP/1.1\r\nHost: news.example.cn\r\nConnection: close\r\n\r\n`);
  expect(await absolute('http://evil.example/')).toMatch(/^HTTP\/1\.1 421 /u);
  expect(await absolute('https://news.example.cn/')).toMatch(/^HTTP\/1\.1 200 /u);
  await strict.close();
});
