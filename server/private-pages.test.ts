import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakePortal, startFakePortal } from '@/server/testing/fake-portal';
import { ask, askRaw } from '@/server/testing/http-client';

let portal: FakePortal;
beforeEach(async () => {
  portal = await startFakePortal({ siteUrl: 'https://news.example.cn', isSiteUrlConfigured: true });
});
afterEach(() => portal.close());

/** Under the configured name, as every request comes in production. */
function askHere(target: string, options: Parameters<typeof ask>[2] = {}) {
  return ask(portal.port, target, { ...options, headers: { Host: 'news.example.cn', ...options.headers } });
}

/** What Next was told, as the fake Next repeats it. */
async function seenByNext(target: string, options: Parameters<typeof ask>[2] = {}) {
  const { text } = await askHere(target, options);
  return JSON.parse(text) as { url: string; headers: Record<string, string> };
}

test.each(['/desk', '/desk/articles?x=1', '/preview/abc'])(
  '%s goes to Next each time and is kept by nobody, whatever Next says',
  async (target) => {
    const first = await askHere(target);
    await askHere(target);
    expect(JSON.parse(first.text)).toMatchObject({ url: target });
    expect(first.headers['cache-control']).toBe('private, no-store');
    expect(portal.parts.cache.byteCount()).toBe(0);
  },
);

test.each(['/desktop', '/apiary', '/previews', '/Desk', '/news/desk'])(
  '%s is no private area',
  async (target) => {
    expect((await askHere(target)).status).toBe(404);
  },
);

test('cookies, bodies and the marks of the client router reach the desk', async () => {
  const headers = {
    Cookie: 'session=1',
    'Next-Action': 'abc',
    RSC: '1',
    'Next-Router-State-Tree': 'x',
    Origin: 'https://news.example.cn',
  };
  const seen = await seenByNext('/desk', { method: 'POST', headers, body: 'hello' });
  expect(seen.headers).toMatchObject({
    cookie: 'session=1',
    'next-action': 'abc',
    rsc: '1',
    'next-router-state-tree': 'x',
    origin: 'https://news.example.cn',
  });
});

test('what only a proxy may say is ours, whatever the client says', async () => {
  const { headers } = await seenByNext('/desk', {
    headers: {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      'X-Forwarded-For': '1.2.3.4',
      'X-Forwarded-Anything': 'evil',
      Forwarded: 'host=evil.example',
      'x-middleware-subrequest': 'middleware',
      'next-resume': '1',
      'x-invoke-path': '/evil',
      'x-matched-path': '/evil',
      'Content-Security-Policy': "script-src 'nonce-evil'",
    },
  });
  expect(headers).toMatchObject({
    host: 'news.example.cn',
    'x-forwarded-host': 'news.example.cn',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '127.0.0.1',
  });
  expect(JSON.stringify(headers)).not.toContain('evil');
  expect(
    Object.keys(headers).filter((name) => /^(?:x-middleware|x-invoke|x-matched|next-|forwarded)/u.test(name)),
  ).toEqual([]);
});

test('each answer has a nonce of its own, the one that Next is told', async () => {
  const nonceIn = (policy: unknown) => /'nonce-([\w+/=]{24})'/u.exec(String(policy))?.[1];
  const nonces = new Set<string>();
  for (let count = 0; count < 3; count += 1) {
    const { text, headers } = await askHere('/desk');
    const told = (JSON.parse(text) as { headers: Record<string, string> }).headers['content-security-policy'];
    expect(nonceIn(headers['content-security-policy'])).toBe(nonceIn(told));
    nonces.add(nonceIn(told)!);
  }
  expect(nonces.size).toBe(3);
});

test('our headers stand even where the answer writes its own in one go', async () => {
  const direct = await startFakePortal({
    handleWithNext: async (_, response) => {
      response.writeHead(200, { 'Cache-Control': 'public, max-age=99', 'X-Theirs': 'yes' });
      response.end();
    },
  });
  const { headers } = await ask(direct.port, '/desk');
  await direct.close();
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['x-theirs']).toBe('yes');
});

test.each([
  ['another site', { Origin: 'https://evil.example' }],
  [
    'another site that forges our proxy',
    { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
  ],
  ['a page without an origin', { Origin: 'null' }],
  ['a client that names none', {}],
  ['another site that names none', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a neighbour of the same domain', { 'Sec-Fetch-Site': 'same-site' }],
  ['the same host without encryption', { Origin: 'http://news.example.cn' }],
])('nothing can be changed by %s', async (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await askHere('/desk', { method, headers })).status).toBe(403);
  }
});

test.each([{ Origin: 'https://news.example.cn' }, { 'Sec-Fetch-Site': 'same-origin' }])(
  'our own page may change something: %j',
  async (headers) => {
    expect((await askHere('/desk', { method: 'POST', headers, body: 'x' })).status).toBe(200);
  },
);

test('without a configured address the desk answers on this machine only', async () => {
  const trial = await startFakePortal();
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost']) {
    expect((await ask(trial.port, '/desk', { headers: { Host: host } })).status).toBe(200);
  }
  for (const host of ['192.168.1.5:3000', 'rebound.example:3000', 'localhost.evil.example']) {
    expect((await ask(trial.port, '/desk', { headers: { Host: host } })).status).toBe(421);
  }
  const foreign = { Host: '127.0.0.1:3000', Origin: 'http://localhost:3000' };
  expect((await ask(trial.port, '/desk', { method: 'POST', headers: foreign })).status).toBe(403);
  await trial.close();
});

test('a body over 1 MB is refused before Next hears of it, and the connection ends', async () => {
  let calls = 0;
  const counting = await startFakePortal({
    handleWithNext: async (_, response) => {
      calls += 1;
      response.end();
    },
  });
  const post = (header: string) =>
    askRaw(
      counting.port,
      `POST /desk HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${header}\r\n\r\n`,
    );
  const tooLarge = await post('Content-Length: 1048577');
  expect(tooLarge).toMatch(/^HTTP\/1\.1 413 [^]*\r\nConnection: close\r\n/u);
  const unsaid = await post('Transfer-Encoding: chunked');
  expect(unsaid).toMatch(/^HTTP\/1\.1 411 [^]*\r\nConnection: close\r\n/u);
  expect(calls).toBe(0);
  expect(
    (
      await ask(counting.port, '/desk', {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        body: Buffer.alloc(1_048_576),
      })
    ).status,
  ).toBe(200);
  await counting.close();
});

test('an error on the way to Next is a 500 without its words', async () => {
  const broken = await startFakePortal({ handleWithNext: () => Promise.reject(new Error('secret path')) });
  const answer = await ask(broken.port, '/desk');
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('secret');
  expect(broken.logged).toHaveLength(1);
  await broken.close();
});

test('an answer that fails half-way breaks off, so that nobody takes it for whole', async () => {
  const broken = await startFakePortal({
    handleWithNext: async (_, response) => {
      response.write('half');
      throw new Error('broken');
    },
  });
  await expect(ask(broken.port, '/desk')).rejects.toThrow(/ECONNRESET|aborted|hang up/u);
  await broken.close();
});

test('the page behind a one-time link names its address to nobody', async () => {
  const { headers } = await askHere('/desk/invitation/abc');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect((await askHere('/desk/account')).headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
});

test('a preview can stand in a frame of the desk, and nothing else of it in any', async () => {
  const ancestors = async (target: string) =>
    /frame-ancestors ([^;]+)/u.exec(String((await askHere(target)).headers['content-security-policy']))?.[1];
  expect(await ancestors('/desk/preview/article')).toBe("'self'");
  for (const target of ['/desk', '/desk/articles/1', '/preview/abc', '/desk/previews']) {
    expect(await ancestors(target)).toBe("'none'");
  }
});

test('no request that a preview or an invitation causes carries its address', async () => {
  for (const target of ['/preview/abc', '/desk/invitation/abc']) {
    expect((await askHere(target)).headers['referrer-policy']).toBe('no-referrer');
  }
});

test('arguments that Next cannot read are the sender’s fault; a page that fails is ours', async () => {
  await portal.close();
  portal = await startFakePortal({
    siteUrl: 'https://news.example.cn',
    isSiteUrlConfigured: true,
    handleWithNext: async (_request, response) => {
      response.statusCode = 500;
      response.end('x');
    },
  });
  const origin = { Origin: 'https://news.example.cn' };
  const post = async (headers: Record<string, string>) =>
    (await askHere('/desk', { method: 'POST', body: 'x', headers: { ...origin, ...headers } })).status;
  expect(await post({ 'Next-Action': 'abc' })).toBe(400);
  expect(await post({ 'Content-Type': 'multipart/form-data; boundary=x' })).toBe(400);
  expect(await post({ 'Content-Type': 'application/json' })).toBe(500);
  expect((await askHere('/desk', { headers: { 'Next-Action': 'abc' } })).status).toBe(500);
});
