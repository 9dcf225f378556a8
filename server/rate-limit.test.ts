import { expect, test } from 'vitest';
import { createRateLimit } from '@/server/rate-limit';

test('after a minute an address may ask again', () => {
  let now = 0;
  const { take } = createRateLimit({ now: () => now });
  expect([take('a', 2), take('a', 2), take('b', 2)]).toEqual([0, 0, 0]);
  now = 20_500;
  expect(take('a', 2)).toBe(40);
  now = 60_000;
  expect(take('a', 2)).toBe(0);
});
