import { format } from 'node:util';
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** One line of JSON an event; what comes from outside is always a field, so it cannot forge a line. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Next and libraries write to the console in lines of their own form; here they become events like others. */
export function sendConsoleTo(log: Log): void {
  const write =
    (level: keyof Log) =>
    (...words: unknown[]) =>
      log[level](withError(words), format(...words));
  Object.assign(console, {
    error: write('error'),
    warn: write('warn'),
    // The framework's remarks at its start are nobody's news.
    log: write('debug'),
    info: write('debug'),
    debug: write('debug'),
  });
}

function withError(words: unknown[]): { err?: Error } {
  const err = words.find((word) => word instanceof Error);
  return err === undefined ? {} : { err };
}
