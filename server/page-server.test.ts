import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakePortal, gone, live, renderedPage, startFakePortal } from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';
import { OverloadError } from '@/lib/turns';

let portal: FakePortal;
beforeEach(async () => {
  portal = await startFakePortal();
  portal.standings.set('/article/12', live('/article/12'));
});
afterEach(() => portal.close());

const get = (target: string, headers = {}) => ask(portal.port, target, { headers });
const longText = '城讯正文。'.repeat(500);

test('a page is whole, whichever coding carries it, and each coding has a tag of its own', async () => {
  portal.renderWith(async () => renderedPage(longText));
  const plain = await get('/article/12');
  const gzip = await get('/article/12', { 'Accept-Encoding': 'gzip' });
  const br = await get('/article/12', { 'Accept-Encoding': 'gzip, br' });
  expect(plain.text).toContain(`<p>${longText}</p>`);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
  expect(new Set([plain, gzip, br].map((answer) => answer.headers.etag)).size).toBe(3);
  expect([plain, gzip, br].map((answer) => answer.headers.vary)).toEqual(Array(3).fill('Accept-Encoding'));
  expect([plain, gzip, br].map((answer) => Number(answer.headers['content-length']))).toEqual(
    [plain, gzip, br].map((answer) => answer.body.length),
  );
  expect(portal.rendered).toEqual(['/article/12']);
});

test('HEAD has the status and the headers of GET and no body', async () => {
  for (const target of ['/article/12', '/unknown', '/favicon.ico', '/%ff', '/healthz']) {
    const got = await get(target);
    const head = await ask(portal.port, target, { method: 'HEAD' });
    const { date: _date, ...headers } = got.headers;
    const { date: _headDate, ...headHeaders } = head.headers;
    expect(head.status).toBe(got.status);
    expect(headHeaders).toEqual(headers);
    expect(head.body).toHaveLength(0);
  }
});

test('a current copy is confirmed with 304, the tag of another coding is not', async () => {
  portal.renderWith(async () => renderedPage(longText));
  const br = { 'Accept-Encoding': 'br' };
  const { etag } = (await get('/article/12', br)).headers;
  for (const tags of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const answer = await get('/article/12', { ...br, 'If-None-Match': tags });
    expect(answer.status).toBe(304);
    expect(answer.body).toHaveLength(0);
    expect(answer.headers.etag).toBe(etag);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['cache-control']).toContain('s-maxage=10');
  }
  expect((await get('/article/12', { 'If-None-Match': etag })).status).toBe(200);
});

test('the tag stays while the content stays, also under a new version, and changes with the content', async () => {
  const first = (await get('/article/12')).headers.etag;
  portal.raiseVersion();
  expect((await get('/article/12')).headers.etag).toBe(first);
  portal.raiseVersion();
  portal.renderWith(async () => renderedPage('改过的正文'));
  expect((await get('/article/12')).headers.etag).not.toBe(first);
  expect(portal.rendered).toHaveLength(3);
});

test('the last edit that a page names is its Last-Modified, and a copy as young is confirmed', async () => {
  const head = '<meta name="page-server:last-modified" content="2026-05-01T16:00:00.700+08:00"/>';
  portal.renderWith(async () => renderedPage('x', head));
  const { headers } = await get('/article/12');
  expect(headers['last-modified']).toBe('Fri, 01 May 2026 08:00:00 GMT');
  const since = await get('/article/12', { 'If-Modified-Since': headers['last-modified'] });
  expect(since.status).toBe(304);
  const earlier = await get('/article/12', { 'If-Modified-Since': 'Fri, 01 May 2026 07:59:59 GMT' });
  expect(earlier.status).toBe(200);
});

test('a change shows at the next request', async () => {
  await get('/article/12');
  portal.raiseVersion();
  portal.renderWith(async () => renderedPage('更正后'));
  expect((await get('/article/12')).text).toContain('更正后');
});

test('a withdrawn article answers 410 at once, even when nothing can be rendered any more', async () => {
  portal.renderWith(async () => renderedPage('撤下的正文'));
  await get('/article/12');
  portal.standings.set('/article/12', gone(12));
  portal.raiseVersion();
  portal.renderWith(async (url) => {
    if (url === '/article/12') throw new Error('must not be asked');
    return renderedPage('稿件已撤回');
  });
  const notice = await get('/article/12');
  expect([notice.status, notice.text.includes('稿件已撤回')]).toEqual([410, true]);
  expect(notice.headers.etag).toBeUndefined();

  portal.raiseVersion();
  portal.renderWith(() => Promise.reject(new Error('broken')));
  // The last good copy of an address that is gone is its notice.
  expect((await get('/article/12')).status).toBe(410);

  portal.standings.set('/article/12', live('/article/12'));
  portal.raiseVersion();
  const failed = await get('/article/12');
  expect(failed.status).toBe(500);
  expect(failed.text).not.toContain('撤下的正文');
});

test('a notice that cannot be rendered keeps its status in a document of last resort', async () => {
  portal.renderWith(() => Promise.reject(new Error('broken')));
  portal.standings.set('/article/12', gone(12));
  for (const [target, status] of [['/article/12', 410] as const, ['/unknown', 404] as const]) {
    const answer = await get(target);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('<html lang="zh-CN">');
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

test('a failed render serves the last good copy, and without one a 500 that names the line of the log', async () => {
  await get('/article/12');
  portal.raiseVersion();
  portal.renderWith(() => Promise.reject(new Error('SELECT secret FROM /home/portal')));
  const copy = await get('/article/12');
  expect([copy.status, copy.text.includes('页面 /article/12')]).toEqual([200, true]);

  const failed = await get('/');
  expect(failed.status).toBe(500);
  expect(failed.text).not.toMatch(/SELECT|\/home|Error:/u);
  const id = /错误编号：([0-9a-f]{8})/u.exec(failed.text)?.[1];
  expect(portal.logged.map(({ fields }) => fields.errorId)).toContain(id);
});

test('when too much is waiting the answer is 503 and says when to come back', async () => {
  portal.renderWith(() => Promise.reject(new OverloadError('too much')));
  const { status, headers } = await get('/article/12');
  expect([status, headers['retry-after']]).toEqual([503, '5']);
});

test('while the database is away kept pages go on, and a new address is an error and no guess', async () => {
  let isAway = false;
  const brittle = await startFakePortal({
    readContentVersion: async () => {
      if (isAway) throw new Error('away');
      return 1;
    },
    // A commit: the version has to be asked for again.
    commitCount: () => Number(isAway),
    resolveAddress: async (path) => {
      if (isAway) throw new Error('away');
      return live(path);
    },
  });
  await ask(brittle.port, '/kept');
  isAway = true;
  expect((await ask(brittle.port, '/kept')).status).toBe(200);
  expect((await ask(brittle.port, '/new')).status).toBe(500);
  await brittle.close();
});

test('an article withdrawn while its page was being rendered answers as withdrawn', async () => {
  portal.renderWith(async (url) => {
    if (url !== '/article/12') return renderedPage('稿件已撤回');
    portal.standings.set('/article/12', gone(12));
    portal.raiseVersion();
    return { ...renderedPage('x'), status: 404 };
  });
  expect((await get('/article/12')).status).toBe(410);
});

test('all addresses at which nothing stands share one page', async () => {
  const answers = await Promise.all(
    ['/a', '/b', '/c?d=1', '/notice/missing', '/notice/gone'].map((t) => get(t)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
  expect(portal.rendered).toEqual(['/notice/missing']);
});

test('a copy of a missing page is never confirmed as current', async () => {
  expect((await get('/unknown', { 'If-None-Match': '*' })).status).toBe(404);
});

test('a moved address answers 301 with the new one', async () => {
  portal.standings.set('/old', { kind: 'moved', to: '/article/12' });
  const { status, headers, body } = await get('/old');
  expect([status, headers.location, body.length]).toEqual([301, '/article/12', 0]);
});

test('the front page changes with the day', async () => {
  portal.standings.set('/', live('/', new Date(Date.now() - 1)));
  await get('/');
  await get('/');
  expect(portal.rendered).toEqual(['/', '/']);
});

test('two hundred readers of a cold page cost one render', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => get('/article/12')));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(portal.rendered).toHaveLength(1);
});

test('hashed files may be kept for a year, others for an hour, and a current copy is confirmed', async () => {
  const css = await get('/_next/static/chunks/style.css', { 'Accept-Encoding': 'br' });
  expect(css.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(brotliDecompressSync(css.body).toString()).toContain('body{margin:0}');
  const again = { 'Accept-Encoding': 'br', 'If-None-Match': css.headers.etag };
  expect((await get('/_next/static/chunks/style.css', again)).status).toBe(304);
  expect((await get('/favicon.ico')).headers['cache-control']).toBe('public, max-age=3600');
  expect((await get('/speculation-rules.json')).headers['content-type']).toBe(
    'application/speculationrules+json; charset=utf-8',
  );
});

test('a picture is sent with its type and in parts if asked, and nothing else in the folder is', async () => {
  const name = `/media/ab/${'c'.repeat(62)}-400.webp`;
  const picture = await get(name);
  expect([picture.status, picture.text]).toEqual([200, 'picture']);
  expect(picture.headers['content-type']).toBe('image/webp');
  expect(picture.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  const part = await get(name, { Range: 'bytes=0-2' });
  expect([part.status, part.text]).toEqual([206, 'pic']);
  expect((await get(name, { 'If-None-Match': picture.headers.etag })).status).toBe(304);
  const others = [
    '/media/ab/note.html',
    `/media/ab/${'d'.repeat(62)}-400.webp`,
    '/media/',
    '/media/ab',
    '/media/..%2fchengxun.db',
    `${name}%00.html`,
    `${name}/`,
  ];
  const answers = await Promise.all(others.map((target) => get(target)));
  expect(answers.map(({ status }) => status).filter((status) => status !== 404 && status !== 400)).toEqual(
    [],
  );
});

test.each([
  '/_next/image?url=%2Ffavicon.ico&w=64&q=75',
  '/_next/data/x/index.json',
  '/_next/static/chunks/style.css.map',
  '/_next/static/../BUILD_ID',
  '/_next/static/%2e%2e/server/secret.js',
  '/_next/static/..%2fBUILD_ID',
  '/_next/',
  '/_next',
  '/%5fnext/image?url=x',
  '/.hidden.json',
  '/BUILD_ID',
])('%s leads to nothing of the build', async (target) => {
  const answer = await get(target);
  expect([400, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('secret');
});

test("addresses under the framework's own name are no reader pages, whatever stands there", async () => {
  portal.standings.set('/_next/image', live('/_next/image'));
  expect((await get('/_next/image')).status).toBe(404);
  expect(portal.rendered).toEqual([]);
});

test('the process is healthy without a database, and ready only with one', async () => {
  const broken = await startFakePortal({ readContentVersion: () => Promise.reject(new Error('away')) });
  expect((await ask(broken.port, '/healthz')).status).toBe(200);
  expect((await ask(broken.port, '/readyz')).status).toBe(503);
  await broken.close();
  expect((await get('/readyz')).status).toBe(200);
  portal.parts.stopping.isStopping = true;
  expect((await get('/readyz')).status).toBe(503);
});
