import { expect, test } from 'vitest';
import { isNotModified } from '@/server/conditional-request';

const lastModified = Date.parse('2026-05-01T08:00:00Z');
const validators = { etag: '"abc-br"', lastModified };

test.each([
  ['"abc-br"', true],
  ['W/"abc-br"', true],
  ['"x", "abc-br"', true],
  ['"x",W/"abc-br" , "y"', true],
  ['*', true],
  ['"abc"', false],
  ['abc-br', false],
  ['w/"abc-br"', false],
  ['', false],
])('If-None-Match: %s says that the copy is current: %s', (tags, isCurrent) => {
  expect(isNotModified({ 'if-none-match': tags }, validators)).toBe(isCurrent);
});

test.each([
  ['Fri, 01 May 2026 08:00:00 GMT', true],
  ['Fri, 01 May 2026 08:00:01 GMT', true],
  ['Fri, 01 May 2026 07:59:59 GMT', false],
  ['yesterday', false],
])('If-Modified-Since: %s says that the copy is current: %s', (since, isCurrent) => {
  expect(isNotModified({ 'if-modified-since': since }, validators)).toBe(isCurrent);
});

test('a tag that differs decides against a date that would agree', () => {
  const headers = { 'if-none-match': '"old"', 'if-modified-since': 'Fri, 01 May 2026 09:00:00 GMT' };
  expect(isNotModified(headers, validators)).toBe(false);
});

test('a page without a date is sent again to a client that only knows a date', () => {
  const headers = { 'if-modified-since': 'Fri, 01 May 2026 09:00:00 GMT' };
  expect(isNotModified(headers, { etag: '"a"', lastModified: undefined })).toBe(false);
});
