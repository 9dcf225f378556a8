import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export type Running = { origin: string; process: ChildProcess; startedIn: number; stop: () => Promise<void> };

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Starts a server and waits until it answers; `startedIn` is in milliseconds. */
export async function startServer(
  command: (port: number) => { file: string; args: string[]; env?: Record<string, string> },
  readyPath: string,
): Promise<Running> {
  const port = await freePort();
  const { file, args, env } = command(port);
  const begun = performance.now();
  const child = spawn(file, args, {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin + readyPath))) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode} before it answered.`);
    if (performance.now() - begun > 120_000) throw new Error(`${file} did not answer within two minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const startedIn = performance.now() - begun;
  return { origin, process: child, startedIn, stop: () => stop(child) };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** The portal as `npm start` runs it, on a data folder of its own. */
export function startPortal(dataDir: string): Promise<Running> {
  return startServer(
    (port) => ({
      file: process.execPath,
      args: ['--import', 'tsx', 'server/main.ts'],
      env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, SITE_URL: `http://127.0.0.1:${port}` },
    }),
    '/healthz',
  );
}

/** The same build behind the framework's own server. */
export function startPlainNext(dataDir: string): Promise<Running> {
  return startServer(
    (port) => ({
      file: process.execPath,
      args: ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
      env: { DATA_DIR: dataDir },
    }),
    '/about',
  );
}

export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Resident memory of a process in megabytes, as the kernel counts it. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
