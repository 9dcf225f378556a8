/** Too much is waiting already; the client should come back later. */
export class OverloadError extends Error {
  override name = 'OverloadError';
}

/** Runs at most `atOnce` pieces of work at a time; the others wait in order, and too many are turned away. */
export function createTurns(options: { atOnce: number; waitingLimit: number }) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (running < options.atOnce) {
      running += 1;
    } else {
      if (waiting.length >= options.waitingLimit) throw new OverloadError('Too much is waiting already.');
      // Whoever finishes hands over the turn, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
