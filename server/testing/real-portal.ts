import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '@/server/testing/http-client';
import { fillNewsroom } from '@/server/testing/small-newsroom';

/** `server/main.ts` in a process of its own, on the build in the repository. */
export type RealPortal = {
  port: number;
  process: ChildProcess;
  output: () => string;
  /** Resolves when the process has ended. */
  ended: Promise<number | null>;
};

const root = path.resolve(import.meta.dirname, '../..');

export function runPortal(environment: Record<string, string>): Omit<RealPortal, 'port'> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { ...process.env, SITE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { process: child, output: () => output, ended };
}

/** Starts it with a small newsroom of its own and waits until it is ready; `stop` also removes the folder. */
export async function startRealPortal(
  environment: Record<string, string> = {},
): Promise<RealPortal & { dataDir: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-portal-'));
  await fillNewsroom(dataDir);
  const port = await freePort();
  const portal = runPortal({ DATA_DIR: dataDir, PORT: String(port), DEMO: 'off', ...environment });
  let hasEnded = false;
  void portal.ended.then(() => {
    hasEnded = true;
  });
  while (!(await isReady(port))) {
    if (hasEnded) throw new Error(`The portal ended while starting:\n${portal.output()}`);
    await pause(50);
  }
  return {
    ...portal,
    port,
    dataDir,
    stop: async () => {
      portal.process.kill('SIGTERM');
      await portal.ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  return ask(port, '/readyz').then(
    ({ status }) => status === 200,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
