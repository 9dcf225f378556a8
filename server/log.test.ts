import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { sendConsoleTo } from '@/server/log';

const { error, warn, log, info, debug } = console;
afterEach(() => {
  Object.assign(console, { error, warn, log, info, debug });
});

function collectingLog() {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.toString();
      done();
    },
  });
  return { logger: pino({ level: 'debug' }, stream), lines: () => written.trimEnd().split('\n') };
}

test('what others write to the console is one line of JSON, with its stack inside', () => {
  const { logger, lines } = collectingLog();
  sendConsoleTo(logger);
  console.error('⨯', new Error('broken\nin two lines'));
  console.log('a %s\nb', 'x');
  const events = lines().map(
    (line) => JSON.parse(line) as { level: number; msg: string; err?: { stack: string } },
  );
  expect(events.map(({ level }) => level)).toEqual([50, 20]);
  expect(events[0]!.err!.stack).toContain('log.test.ts');
  expect(events[1]!.msg).toBe('a x\nb');
});

test('a line break in what a client sent cannot begin another line', () => {
  const { logger, lines } = collectingLog();
  logger.error({ target: '/a\n{"level":60,"msg":"forged"}\r\n' }, 'request failed');
  expect(lines()).toHaveLength(1);
});
