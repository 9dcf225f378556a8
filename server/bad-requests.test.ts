import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakePortal, live, startFakePortal } from '@/server/testing/fake-portal';
import { ask, askRaw } from '@/server/testing/http-client';

let portal: FakePortal;
beforeAll(async () => {
  portal = await startFakePortal();
  portal.standings.set('/article/12', live('/article/12'));
});
afterAll(() => portal.close());

/** The whole exchange on one connection that ends with it. */
const exchange = (requestLine: string, more = '', body = '') =>
  askRaw(portal.port, `${requestLine}\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n${body}`);

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]);

test.each([
  ['/%', 400],
  ['/%ff', 400],
  ['/%E0%A4%A', 400],
  ['/article/%00', 400],
  ['/article/12%00', 400],
  ['/a%0d%0aX-Injected:%201', 400],
  ['/..', 400],
  ['/../../etc/passwd', 400],
  ['/%2e%2e/%2e%2e/etc/passwd', 400],
  ['/..%2f..%2fetc%2fpasswd', 400],
  ['/..%5c..%5cwindows', 400],
  ['/article\\12', 400],
  ['/城', 400],
  ['/#', 400],
  [`/${'a'.repeat(3000)}`, 400],
  [`/${'a'.repeat(8192)}`, 400],
  [`/?${'a'.repeat(8192)}`, 400],
  [`/${'%25'.repeat(600)}`, 404],
  ['//', 404],
  ['//evil.example/', 404],
  ['///article//12', 404],
  ['/?page=0', 200],
  ['/?__proto__=1&constructor=2', 200],
  ['/?page[]=1&page[a]=2&page=&&&=', 200],
  ['/?%ff=%ff&%', 200],
  ['/__proto__', 404],
  ['/constructor', 404],
  ['/article/12/', 404],
  ['/article/1e9', 404],
  ['/article/-1', 404],
  ['/notice/gone?article=12', 404],
  ['/desk%2f', 404],
  ['/%64esk', 404],
  ['/desk//x', 404],
  ['http://localhost/article/12', 200],
  ['http://localhost', 200],
])('GET %s answers %i with a document of ours', async (target, status) => {
  const answer = await exchange(`GET ${target} HTTP/1.1`);
  expect(statusOf(answer)).toBe(status);
  expect(answer).toContain('<html lang="zh-CN">');
  expect(answer).not.toContain('X-Injected: 1');
});

test.each(['TRACE', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'PURGE', 'QUERY'])(
  '%s on a reader page answers 405 and says what is allowed',
  async (method) => {
    for (const target of ['/', '/article/12', '/favicon.ico', '/_next/static/chunks/style.css', '/unknown']) {
      const answer = await exchange(`${method} ${target} HTTP/1.1`, 'Content-Length: 0\r\n');
      expect(statusOf(answer)).toBe(405);
      expect(answer).toContain('\r\nAllow: GET, HEAD\r\n');
    }
  },
);

test('TRACE is refused at the desk too, and nothing of the request comes back', async () => {
  const answer = await exchange('TRACE /desk HTTP/1.1', 'Cookie: session=secret\r\n');
  expect(statusOf(answer)).toBe(405);
  expect(answer).not.toContain('secret');
});

test.each([
  ['an unknown method', 'BREW / HTTP/1.1'],
  ['a target without slash', 'GET article/12 HTTP/1.1'],
  ['a line break in the target', 'GET /a\nb HTTP/1.1'],
  ['another protocol', 'GET / HTCPCP/1.0'],
  ['noise', '\u0016\u0003\u0001\u0002'],
])('%s answers 400 and closes', async (_, requestLine) => {
  expect(statusOf(await exchange(requestLine))).toBe(400);
});

test.each([
  ['both lengths', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'],
  ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
  ['a negative length', 'Content-Length: -1\r\n'],
  ['a header without name', ': x\r\n'],
  ['a space before the colon', 'X-Test : x\r\n'],
])('a request with %s answers 400 and closes', async (_, header) => {
  expect(statusOf(await exchange('POST /desk HTTP/1.1', header, 'hello'))).toBe(400);
});

test('a request without Host answers 400', async () => {
  expect(statusOf(await askRaw(portal.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toBe(400);
});

test('headers beyond 16 KB answer 431', async () => {
  const answer = await exchange('GET / HTTP/1.1', `Cookie: ${'a'.repeat(17 * 1024)}\r\n`);
  expect(statusOf(answer)).toBe(431);
});

test('CONNECT is refused and the connection ends', async () => {
  const answer = await askRaw(portal.port, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n');
  expect(statusOf(answer)).toBe(405);
});

test('an offer to change the protocol is not taken up, even where Next listens for one', async () => {
  portal.parts.server.on('upgrade', (_, socket) => socket.destroy());
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Key': 'AAAA' };
  const answer = await ask(portal.port, '/', { headers });
  expect(answer.status).toBe(200);
  expect((await ask(portal.port, '/desk', { headers })).status).toBe(200);
});

test('what a request repeats in its body is not read on reader pages', async () => {
  const answer = await exchange('GET /article/12 HTTP/1.1', 'Content-Length: 5\r\n', 'hello');
  expect(statusOf(answer)).toBe(200);
});

test('none of this is an error of the server', () => {
  expect(portal.logged).toEqual([]);
});
