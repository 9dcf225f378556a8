import { randomUUID } from 'node:crypto';
import { runDueSchedules } from '@/features/schedule/run-due-schedules';
import type { Log } from '@/server/log';

/** How often it is looked whether something is due, in milliseconds: a question to an index. */
const pause = 1000;

/**
 * Publishes and takes off what is due, as long as the portal runs; at once what fell due while it did not.
 * Every process of a portal does this, the database lets each thing happen once. Answers what ends it: the
 * transaction under way is finished then.
 */
export async function runSchedules(log: Log): Promise<() => Promise<void>> {
  const holder = randomUUID();
  let underWay: Promise<void> | undefined;
  let hasEnded = false;

  async function look(): Promise<void> {
    try {
      const ended = await runDueSchedules(holder);
      if (ended > 0) log.info({ ended }, 'schedules were carried out');
    } catch (error) {
      // A database that is locked or full is asked again in a second.
      log.error({ err: error }, 'schedules could not be carried out');
    }
  }

  await look();
  const timer = setInterval(() => {
    if (hasEnded || underWay !== undefined) return;
    underWay = look().finally(() => {
      underWay = undefined;
    });
  }, pause);
  timer.unref();
  return async () => {
    hasEnded = true;
    clearInterval(timer);
    await underWay;
  };
}
