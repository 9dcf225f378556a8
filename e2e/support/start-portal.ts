import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Starts the built portal with the demo newsroom on a free port, once for all journeys. They find it under
 * PORTAL_ORIGIN and its data folder under PORTAL_DATA_DIR.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-e2e-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    SITE_URL: origin,
    DATA_DIR: dataDir,
    DEMO: 'on',
    // Journeys that try limits by address come from addresses of their own.
    TRUST_PROXY: 'on',
  };
  Object.assign(process.env, {
    PORTAL_ORIGIN: origin,
    PORTAL_DATA_DIR: dataDir,
    SITE_URL: origin,
    DATA_DIR: dataDir,
  });
  const stop = await start(environment, origin);
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true });
  };
}

/** Another process on the same data, as behind a load balancer. Ask it under the host of the first. */
export async function startSecondPortal(): Promise<{ port: number; stop: () => Promise<void> }> {
  const port = await freePort();
  return { port, stop: await start({ PORT: String(port) }, `http://127.0.0.1:${port}`) };
}

async function start(environment: Record<string, string>, origin: string): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await untilReady(server, `${origin}/healthz`);
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  };
}

async function untilReady(server: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`The portal ended with ${server.exitCode} before it answered.`);
    if (Date.now() > deadline) throw new Error('The portal did not answer within three minutes.');
    const isReady = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('No port.'));
      probe.close(() => resolve(address.port));
      return undefined;
    });
  });
}
