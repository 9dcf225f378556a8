import { expect, test } from 'vitest';
import { createTurns, OverloadError } from '@/lib/turns';

test('no more than the permitted number run at once, and all run in the order of their calls', async () => {
  const inTurn = createTurns({ atOnce: 3, waitingLimit: 100 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      inTurn(async () => {
        order.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test('a failure passes its turn on', async () => {
  const inTurn = createTurns({ atOnce: 1, waitingLimit: 10 });
  const failing = inTurn(async () => {
    throw new Error('broken');
  });
  const next = inTurn(async () => 'ran');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('ran');
});

test('beyond the waiting limit callers are turned away at once', async () => {
  const inTurn = createTurns({ atOnce: 1, waitingLimit: 2 });
  const work = async () => new Promise(setImmediate);
  const accepted = [inTurn(work), inTurn(work), inTurn(work)];
  await expect(inTurn(work)).rejects.toThrow(OverloadError);
  await Promise.all(accepted);
  await expect(inTurn(async () => 'again')).resolves.toBe('again');
});
