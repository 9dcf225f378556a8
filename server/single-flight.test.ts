import { expect, test } from 'vitest';
import { createSingleFlight } from '@/server/single-flight';

test('callers of the same key share one piece of work, callers of another do not', async () => {
  const share = createSingleFlight<string>();
  let runs = 0;
  const work = async () => {
    runs += 1;
    await new Promise(setImmediate);
    return `run ${runs}`;
  };
  const answers = await Promise.all([share('a', work), share('a', work), share('b', work)]);
  expect(runs).toBe(2);
  expect(answers[0]).toBe(answers[1]);
});

test('what is finished is done again when asked again, after success as after failure', async () => {
  const share = createSingleFlight<number>();
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
    return runs;
  };
  await expect(Promise.all([share('a', work), share('a', work)])).rejects.toThrow('first');
  expect(await share('a', work)).toBe(2);
  expect(await share('a', work)).toBe(3);
});
