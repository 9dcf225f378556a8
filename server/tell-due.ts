import { notifyDue } from '@/features/notices/notify-due';
import type { Log } from '@/server/log';

/** How often it is looked whether a review is due, in milliseconds. */
const pause = 30_000;

/** Tells reviewers what is due and what is late, as long as the portal runs. Answers what ends it. */
export function tellDue(log: Log): () => Promise<void> {
  let underWay: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    underWay ??= notifyDue()
      .catch((error: unknown) => log.error({ err: error }, 'reviewers could not be told what is due'))
      .finally(() => {
        underWay = undefined;
      });
  }, pause);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
