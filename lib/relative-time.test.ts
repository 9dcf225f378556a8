import { expect, test } from 'vitest';
import { startOfDay } from '@/lib/dates';
import { formatRelative } from '@/lib/relative-time';

const now = new Date('2026-11-23T09:30:00+08:00');

test.for([
  ['2026-11-23T09:30:20+08:00', '刚刚'],
  ['2026-11-23T09:29:31+08:00', '刚刚'],
  ['2026-11-23T09:29:00+08:00', '1 分钟前'],
  ['2026-11-23T08:30:01+08:00', '59 分钟前'],
  ['2026-11-23T00:00:00+08:00', '9 小时前'],
  ['2026-11-22T23:59:00+08:00', '昨天 23:59'],
  ['2026-11-21T23:59:00+08:00', '11-21 23:59'],
  ['2025-12-31T23:59:00+08:00', '2025-12-31'],
  ['2026-11-24T09:30:00+08:00', '2026-11-24 09:30'],
] as const)('at half past nine %s is told as %s', ([instant, told]) => {
  expect(formatRelative(new Date(instant), now)).toBe(told);
});

test('just after midnight an hour ago is told in minutes, and two hours ago was yesterday', () => {
  const midnight = new Date('2026-11-23T00:30:00+08:00');
  expect(formatRelative(new Date('2026-11-22T23:40:00+08:00'), midnight)).toBe('50 分钟前');
  expect(formatRelative(new Date('2026-11-22T22:40:00+08:00'), midnight)).toBe('昨天 22:40');
});

test('a day begins at midnight in Beijing', () => {
  expect(startOfDay(now)).toEqual(new Date('2026-11-23T00:00:00+08:00'));
  expect(startOfDay(new Date('2026-11-23T00:00:00+08:00'))).toEqual(new Date('2026-11-23T00:00:00+08:00'));
  expect(startOfDay(new Date('2026-11-22T23:59:59.999+08:00'))).toEqual(
    new Date('2026-11-22T00:00:00+08:00'),
  );
});
