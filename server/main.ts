import path from 'node:path';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';
import { createLog, sendConsoleTo } from '@/server/log';
import { startPortal } from '@/server/start-portal';

// Before anything of Next or React is loaded: both look at it once.
Object.assign(process.env, { NODE_ENV: 'production' });

// Whoever read our output may go away; the portal stays.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** Two signals within this many milliseconds are one. */
const sameWish = 500;

try {
  await main();
} catch (error) {
  // A sentence for what a person can put right, everything for what nobody foresaw.
  const isPlain = error instanceof PlainError;
  process.stderr.write(`${isPlain ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.logLevel);
  sendConsoleTo(log);
  const portal = await startPortal({
    env,
    root: path.resolve(import.meta.dirname, '..'),
    log,
    report: say,
  });
  say(`城讯已启动：${portal.addresses.join('  ')}`);
  say(`采编台：${new URL('/desk', portal.addresses[0]).href}`);
  if (portal.firstAccountLink !== undefined) {
    say(`还没有账号。请在 24 小时内打开下面的链接，建立第一个账号（管理员、总编）；链接只能用一次：`);
    say(portal.firstAccountLink);
  }
  say('按 Ctrl+C 停止。');

  let askedAt: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    if (askedAt !== undefined) {
      // Ctrl+C reaches us from the terminal and once more through npm; only later is it a second wish.
      if (performance.now() - askedAt > sameWish) process.exit(1);
      return;
    }
    askedAt = performance.now();
    log.info({ signal }, 'stopping');
    portal.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
