import http from 'node:http';
import net from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakePortal, live, renderedPage, startFakePortal } from '@/server/testing/fake-portal';
import { usedMemory } from '@/server/testing/heap';
import { ask } from '@/server/testing/http-client';

const megabyte = 1024 * 1024;
const cacheBytes = 8 * megabyte;

let portal: FakePortal;
let agent: http.Agent;
beforeEach(async () => {
  portal = await startFakePortal({ cacheBytes });
  portal.standings.set('/article/12', live('/article/12'));
  agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
});
afterEach(async () => {
  agent.destroy();
  await portal.close();
});

/** Asks for each target once, fifty at a time. Returns how often each status was answered. */
async function askForAll(count: number, targetOf: (index: number) => string): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const target = targetOf(next);
      next += 1;
      const { status } = await ask(portal.port, target, { agent });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 50 }, worker));
  return statuses;
}

test('1,000 clients at once on a cold page cost at most two renders', async () => {
  portal.renderWith(async (url) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return renderedPage(`页面 ${url}`);
  });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(portal.port, '/article/12')));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(200);
  expect(portal.rendered.length).toBeLessThanOrEqual(2);
}, 60_000);

test('100,000 different unknown addresses leave one page and no growing memory', async () => {
  const unknown = (index: number) => `/unknown/${index}/${'x'.repeat(100)}`;
  await askForAll(5000, unknown);
  const before = await usedMemory();
  const statuses = await askForAll(100_000, (index) => unknown(index + 5000));
  expect(statuses).toEqual(new Map([[404, 100_000]]));
  expect(portal.rendered).toEqual(['/notice/missing']);
  expect((await usedMemory()) - before).toBeLessThan(8 * megabyte);
}, 180_000);

test('100,000 invented parameters of one page leave one page and no more memory than the bounds', async () => {
  const target = (index: number) => `/article/12?utm_source=${index}${'x'.repeat(100)}`;
  await askForAll(5000, target);
  const before = await usedMemory();
  const statuses = await askForAll(100_000, (index) => target(index + 5000));
  expect(statuses).toEqual(new Map([[200, 100_000]]));
  expect(portal.rendered).toEqual(['/article/12']);
  // The remembered standings may fill up (8 MB by their own count); nothing else may.
  expect((await usedMemory()) - before).toBeLessThan(24 * megabyte);
}, 180_000);

test('20,000 large pages never take more than the cache may have', async () => {
  const text = '城讯'.repeat(5000);
  portal.renderWith(async (url) => renderedPage(`${url} ${text}`));
  for (let id = 0; id < 20_000; id += 1) portal.standings.set(`/article/${id}`, live(`/article/${id}`));
  const before = await usedMemory();
  await askForAll(20_000, (index) => `/article/${index}`);
  expect(portal.parts.cache.byteCount()).toBeLessThanOrEqual(cacheBytes);
  expect((await usedMemory()) - before).toBeLessThan(cacheBytes + 24 * megabyte);
}, 180_000);

test('500 half-open requests harm nobody else and are closed by themselves', async () => {
  const beginnings = [
    'GET /article/12 HTT',
    'GET /article/12 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
    'POST /desk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf',
    '',
  ];
  const halfOpen = Array.from({ length: 500 }, (_, index) => {
    const socket = net.connect(portal.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(beginnings[index % beginnings.length]!);
    // Read, or the end of the connection is never noticed.
    socket.resume();
    return new Promise<void>((resolve) => socket.once('close', () => resolve()));
  });
  const statuses = await askForAll(2000, () => '/article/12');
  expect(statuses).toEqual(new Map([[200, 2000]]));
  await Promise.all(halfOpen);
}, 60_000);
