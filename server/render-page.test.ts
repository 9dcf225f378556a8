import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createRenderPage } from '@/server/render-page';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const renderer = (handleWithNext: Handle, more = {}) =>
  createRenderPage({ handleWithNext, siteUrl: 'https://news.example.cn', ...more });

test('Next sees a request of our own making and nothing else', async () => {
  const seen: { url: string | undefined; method: string | undefined; headers: object }[] = [];
  const render = renderer(async (request, response) => {
    const { url, method, headers } = request;
    seen.push({ url, method, headers: { ...headers } });
    response.end('x');
  });
  await render({ path: '/城镇', query: 'page=2' });
  expect(seen).toEqual([
    {
      url: '/%E5%9F%8E%E9%95%87?page=2',
      method: 'GET',
      headers: {
        accept: 'text/html,*/*',
        host: 'news.example.cn',
        'user-agent': 'page-server',
        'x-forwarded-host': 'news.example.cn',
        'x-forwarded-proto': 'https',
      },
    },
  ]);
});

test('status, headers and the whole body come back, also when written in pieces', async () => {
  const render = renderer(async (_, response) => {
    response.statusCode = 201;
    response.setHeader('X-Test', 'a');
    for (let piece = 0; piece < 100; piece += 1) {
      response.write('正文'.repeat(1000));
      await new Promise(setImmediate);
    }
    response.end('。');
  });
  const rendered = await render({ path: '/', query: '' });
  expect(rendered.status).toBe(201);
  expect(rendered.headers['x-test']).toBe('a');
  expect(rendered.body.toString()).toBe(`${'正文'.repeat(100_000)}。`);
});

test('an error of the handler is an error of the render', async () => {
  const render = renderer(() => Promise.reject(new Error('broken')));
  await expect(render({ path: '/', query: '' })).rejects.toThrow('broken');
});

test('a response that breaks off is an error and not half a page', async () => {
  const render = renderer(async (_, response) => {
    response.write('<p>half');
    response.destroy();
  });
  await expect(render({ path: '/', query: '' })).rejects.toThrow('destroyed before completion');
});

test('a render that does not end is given up, and its turn goes to the next', async () => {
  const render = renderer(
    async (request, response) => {
      if (request.url === '/stuck') await new Promise(() => undefined);
      response.end('done');
    },
    { atOnce: 1, timeLimit: 20 },
  );
  const stuck = render({ path: '/stuck', query: '' });
  const next = render({ path: '/next', query: '' });
  await expect(stuck).rejects.toThrow('took longer');
  expect((await next).body.toString()).toBe('done');
});
