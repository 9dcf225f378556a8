import { randomUUID } from 'node:crypto';
import { deliverDue, type Deliverers, pruneOutbox } from '@/features/outbox/deliver-due';
import type { Log } from '@/server/log';

/** How often it is looked whether something waits, in milliseconds: a question to an index. */
const pause = 2000;
const pruningPause = 86_400_000;

/**
 * Carries out what the portal wrote down to be done outside. Nothing of it can delay or fail a publication:
 * the newsroom's own acts only write a row. Answers what ends it; the delivery under way is waited for.
 */
export function deliverOutbox(deliverers: Deliverers, log: Log): () => Promise<void> {
  const holder = randomUUID();
  let underWay: Promise<void> | undefined;
  let hasEnded = false;

  async function look(): Promise<void> {
    try {
      await deliverDue(holder, deliverers);
    } catch (error) {
      // A database that is locked or full is asked again in two seconds.
      log.error({ err: error }, 'the outbox could not be carried out');
    }
  }

  const timer = setInterval(() => {
    if (hasEnded || underWay !== undefined) return;
    underWay = look().finally(() => {
      underWay = undefined;
    });
  }, pause);
  const pruning = setInterval(() => {
    pruneOutbox().catch((error: unknown) => log.error({ err: error }, 'the outbox could not be pruned'));
  }, pruningPause);
  timer.unref();
  pruning.unref();
  return async () => {
    hasEnded = true;
    clearInterval(timer);
    clearInterval(pruning);
    await underWay;
  };
}
