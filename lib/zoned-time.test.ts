import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isTimeZone, usualZones, wallTimeIn, zoneLabel } from '@/lib/zoned-time';

test.for([
  ['2026-11-23T08:00', 'Asia/Shanghai', '2026-11-23T00:00:00.000Z'],
  ['2026-11-23T08:00', 'Asia/Tokyo', '2026-11-22T23:00:00.000Z'],
  ['2026-07-01T08:00', 'Europe/London', '2026-07-01T07:00:00.000Z'],
  ['2026-12-01T08:00', 'Europe/London', '2026-12-01T08:00:00.000Z'],
  ['2026-01-01T00:30', 'Pacific/Kiritimati', '2025-12-31T10:30:00.000Z'],
  // In Paris this hour came twice on that day; the first one still was summer time.
  ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
] as const)('%s in %s is %s', ([wallTime, zone, instant]) => {
  expect(instantOf(wallTime, zone)?.toISOString()).toBe(instant);
});

test.for([
  ['2026-02-30T08:00', 'Asia/Shanghai'],
  ['2026-11-23T24:30', 'Asia/Shanghai'],
  ['2026-11-23 08:00', 'Asia/Shanghai'],
  ['', 'Asia/Shanghai'],
  // Clocks went from 2 to 3.
  ['2026-03-29T02:30', 'Europe/Paris'],
] as const)('%s in %s is no time', ([wallTime, zone]) => {
  expect(instantOf(wallTime, zone)).toBeUndefined();
});

test('every minute of every usual zone leads back to itself, or to the same time an hour before', () => {
  const minute = fc
    .integer({ min: Date.parse('2020-01-01') / 60_000, max: Date.parse('2035-01-01') / 60_000 })
    .map((number) => new Date(number * 60_000));
  fc.assert(
    fc.property(minute, fc.constantFrom(...usualZones.map(([zone]) => zone)), (instant, zone) => {
      const found = instantOf(wallTimeIn(zone, instant), zone)!;
      expect([0, 60 * 60_000]).toContain(instant.getTime() - found.getTime());
      expect(wallTimeIn(zone, found)).toBe(wallTimeIn(zone, instant));
    }),
    { numRuns: 500 },
  );
});

test('names of zones are told from other words', () => {
  expect(usualZones.every(([zone]) => isTimeZone(zone))).toBe(true);
  expect(['Asia/Nowhere', '', '+08:00', '../etc', 'x'.repeat(100)].some(isTimeZone)).toBe(false);
  expect([zoneLabel('Asia/Shanghai'), zoneLabel('Asia/Dubai')]).toEqual(['北京时间', 'Asia/Dubai']);
});
