import { expect, test } from 'vitest';
import {
  beijingInstant,
  dayNumberOf,
  endOfDay,
  formatDate,
  formatDateTime,
  formatFrontPageDate,
  formatMonthDay,
  formatTime,
  formatWithOffset,
} from '@/lib/dates';

const newYearsEve = new Date('2025-12-31T16:00:30Z');

test('times are Beijing times, whatever zone the server is in', () => {
  expect(formatDateTime(newYearsEve)).toBe('2026-01-01 00:00');
  expect(formatDate(newYearsEve)).toBe('2026-01-01');
  expect(formatMonthDay(newYearsEve)).toBe('01-01');
  expect(formatTime(newYearsEve)).toBe('00:00');
  expect(formatWithOffset(newYearsEve)).toBe('2026-01-01T00:00:30+08:00');
  expect(formatFrontPageDate(newYearsEve)).toBe('2026年1月1日 星期四');
});

test('a day ends when the next one begins in Beijing', () => {
  const end = endOfDay(dayNumberOf(newYearsEve));
  expect(formatWithOffset(end)).toBe('2026-01-02T00:00:00+08:00');
  expect(dayNumberOf(end)).toBe(dayNumberOf(newYearsEve) + 1);
  expect(dayNumberOf(new Date(end.getTime() - 1))).toBe(dayNumberOf(newYearsEve));
});

test('a wall-clock time becomes its instant', () => {
  expect(beijingInstant({ year: 2018, month: 7, day: 1, hour: 9, minute: 15 })).toEqual(
    new Date('2018-07-01T01:15:00Z'),
  );
});

test.for([
  { year: 2021, month: 2, day: 29 },
  { year: 2021, month: 13, day: 1 },
  { year: 2021, month: 1, day: 0 },
  { year: 2021, month: 1, day: 1, hour: 24 },
  { year: 2021, month: 1, day: 1, hour: 1, minute: 60 },
])('%j is no time', (parts) => {
  expect(beijingInstant(parts)).toBeUndefined();
});
