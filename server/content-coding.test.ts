import { expect, test } from 'vitest';
import { isWorthCompressing, preferredCoding } from '@/server/content-coding';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0.8, gzip;q=0.8', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0,gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *;q=0.3', 'gzip'],
  ['identity', 'identity'],
  ['identity;q=0.5, gzip;q=0.4', 'identity'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0', 'identity'],
  ['br;q=1.5', 'identity'],
  ['br;q=abc', 'identity'],
  ['br ; q=0.001', 'br'],
  ['', 'identity'],
  [',,;;q=,', 'identity'],
  ['brotli', 'identity'],
])('Accept-Encoding "%s" is answered with %s', (header, coding) => {
  expect(preferredCoding(header)).toBe(coding);
});

test('a client that names no coding gets none', () => {
  expect(preferredCoding(undefined)).toBe('identity');
});

test('invented values do not change what known ones mean', () => {
  for (let index = 0; index < 1000; index += 1) preferredCoding(`invented-${index}, gzip`);
  expect(preferredCoding('gzip, deflate, br')).toBe('br');
});

test.each([
  ['text/html; charset=utf-8', true],
  ['application/rss+xml; charset=utf-8', true],
  ['application/speculationrules+json', true],
  ['image/svg+xml; charset=utf-8', true],
  ['image/webp', false],
  ['font/woff2', false],
])('%s is worth compressing: %s', (contentType, isWorth) => {
  expect(isWorthCompressing(contentType, 10_000)).toBe(isWorth);
  expect(isWorthCompressing(contentType, 100)).toBe(false);
});
