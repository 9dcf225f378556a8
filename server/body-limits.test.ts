import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpServer } from '@/server/http-server';
import { type FakePortal, startFakePortal } from '@/server/testing/fake-portal';
import { ask, askRaw } from '@/server/testing/http-client';

const origin = 'https://news.example.cn';
const megabyte = 1024 * 1024;

let portal: FakePortal;
beforeEach(async () => {
  portal = await startFakePortal({ siteUrl: origin, isSiteUrlConfigured: true });
});
afterEach(() => portal.close());

/** Only what is said beforehand: nothing is sent, so nothing can have been read. */
function announce(target: string, length: number): Promise<string> {
  return askRaw(
    portal.port,
    `POST ${target} HTTP/1.1\r\nHost: news.example.cn\r\nOrigin: ${origin}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`,
  );
}

test('a picture of 20 MB may come in at its entrance, and not a byte more', async () => {
  const body = Buffer.alloc(20 * megabyte);
  const headers = { Host: 'news.example.cn', Origin: origin };
  expect((await ask(portal.port, '/desk/pictures', { method: 'POST', headers, body })).status).toBe(200);
  expect(await announce('/desk/pictures', 20 * megabyte + 1)).toMatch(/^HTTP\/1\.1 413 /u);
});

test.each([
  '/desk',
  '/desk/articles/1',
  '/desk/pictures/',
  '/desk/pictures/1',
  '/desk/picture',
  '/desk/pictures%2f',
  '/preview/desk/pictures',
])('everywhere else 1 MB is the most: %s', async (target) => {
  expect(await announce(target, megabyte + 1)).toMatch(/^HTTP\/1\.1 413 /u);
});

test('the entrance for pictures is for our own pages, too', async () => {
  const headers = { Host: 'news.example.cn', Origin: 'https://evil.example' };
  const answer = await ask(portal.port, '/desk/pictures', { method: 'POST', headers, body: 'x' });
  expect(answer.status).toBe(403);
});

/** A server that reads what comes or leaves it, with short patience. */
async function withServer<Result>(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  use: (port: number) => Promise<Result>,
): Promise<Result> {
  const server: Server = createHttpServer({ handleRequest: handle, errorHeaders: [], timeForBody: 800 });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const readAll = (request: IncomingMessage, response: ServerResponse) => {
  let byteCount = 0;
  request.on('data', (part: Buffer) => {
    byteCount += part.length;
  });
  request.on('end', () => response.end(`read ${byteCount}`));
};

/** Announces `count` bytes and sends one every so often, until `sent` are sent or the server closes. */
async function drip(
  port: number,
  target: string,
  { count, every = 80, most = count }: { count: number; every?: number; most?: number },
) {
  const socket = net.connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (part) => {
    received += part.toString();
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => {
    socket.on('close', resolve);
  });
  const head = `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: ${count}\r\nConnection: close\r\n\r\n`;
  socket.write(head);
  for (let sent = 0; sent < most && !socket.destroyed; sent += 1) {
    await pause(every);
    if (!socket.destroyed) socket.write('x');
  }
  await closed;
  return received;
}

test('a form that comes too slowly is ended, even when something always arrives', async () => {
  const received = await withServer(readAll, (port) => drip(port, '/desk', { count: 30 }));
  // What the sender still writes may reach a closed door before it reads the answer.
  expect(received).toMatch(/^$|^HTTP\/1\.1 408 /u);
});

test('a picture may take as long as it needs while something arrives', async () => {
  const received = await withServer(readAll, (port) => drip(port, '/desk/pictures', { count: 30 }));
  expect(received).toMatch(/read 30$/u);
});

test('a picture of which nothing more arrives is ended', async () => {
  const received = await withServer(readAll, (port) => drip(port, '/desk/pictures', { count: 2, most: 1 }));
  expect(received).toMatch(/^HTTP\/1\.1 408 /u);
});

test('a sender who goes on after the answer is ended', async () => {
  const received = await withServer(
    (_request, response) => {
      response.writeHead(401);
      response.end('no');
    },
    (port) => drip(port, '/desk/pictures', { count: 1000 }),
  );
  expect(received).toMatch(/^HTTP\/1\.1 401 /u);
});

test('an upload that waits for its turn is not ended for it', async () => {
  const answer = await withServer(
    (request, response) => {
      setTimeout(() => readAll(request, response), 2500);
    },
    (port) => ask(port, '/desk/pictures', { method: 'POST', body: Buffer.alloc(4 * megabyte) }),
  );
  expect(answer.text).toBe(`read ${4 * megabyte}`);
});
