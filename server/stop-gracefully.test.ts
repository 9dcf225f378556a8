import http from 'node:http';
import net from 'node:net';
import { expect, test } from 'vitest';
import { live, renderedPage, startFakePortal } from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';
import { stopGracefully } from '@/server/stop-gracefully';

test('stopping finishes what has begun, refuses what is new, and closes the rest only afterwards', async () => {
  const portal = await startFakePortal();
  portal.standings.set('/slow', live('/slow'));
  const rendering = Promise.withResolvers<() => void>();
  portal.renderWith(async () => {
    await new Promise<void>((resolve) => rendering.resolve(resolve));
    return renderedPage('写完的页面');
  });
  const order: string[] = [];
  portal.parts.server.on('request', (_, response: http.ServerResponse) => {
    response.on('finish', () => order.push('answered'));
  });
  const inFlight = ask(portal.port, '/slow');
  const finishRender = await rendering.promise;

  const { server, stopping } = portal.parts;
  const stopped = stopGracefully({
    server,
    stopping,
    quietTime: 20,
    closeRest: async () => {
      order.push('closed');
    },
  });
  await expect(ask(portal.port, '/')).rejects.toThrow('ECONNREFUSED');
  finishRender();
  const answer = await inFlight;
  await stopped;
  expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
  expect(order).toEqual(['answered', 'closed']);
  await portal.close();
});

test('an idle connection may bring one more request while stopping, then it ends', async () => {
  const portal = await startFakePortal();
  const agent = new http.Agent({ keepAlive: true });
  await ask(portal.port, '/', { agent });
  const { server, stopping } = portal.parts;
  const stopped = stopGracefully({ server, stopping, quietTime: 200, closeRest: async () => undefined });
  const last = await ask(portal.port, '/', { agent });
  expect([last.status, last.headers.connection]).toEqual([200, 'close']);
  await stopped;
  agent.destroy();
  await portal.close();
});

test('a connection that never finishes its request does not keep the process', async () => {
  const portal = await startFakePortal();
  const socket = net.connect(portal.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n'));
  await new Promise((resolve) => socket.once('ready', resolve));
  const cut = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  const { server, stopping } = portal.parts;
  await stopGracefully({ server, stopping, quietTime: 10, patience: 50, closeRest: async () => undefined });
  await cut;
  expect(server.listening).toBe(false);
  await portal.close();
});
