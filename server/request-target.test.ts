import { expect, test } from 'vitest';
import { encodePath, parseRequestTarget, splitAbsoluteForm } from '@/server/request-target';

test.each([
  '',
  '*',
  'article/1',
  '/%',
  '/%f',
  '/%ff',
  '/%E0%A4%A',
  '/%C0%AF',
  '/a%00b',
  '/a%0d%0aSet-Cookie:x',
  '/a%7f',
  '/a%c2%85b',
  '/a\\b',
  '/a%5cb',
  '/..',
  '/../etc/passwd',
  '/a/./b',
  '/%2e%2e/a',
  '/a/%2e%2e%2fb',
  '/a/..%2f..%2fb',
  '/a#b',
  '/a b',
  '/城',
  '/a\tb',
  '/a\u0000b',
  '/a?q=%00',
  `/${'a'.repeat(2048)}`,
  `/${'a'.repeat(8192)}`,
  `/a?${'a'.repeat(4096)}`,
])('%j is no address', (target) => {
  expect(parseRequestTarget(target)).toBeUndefined();
});

test.each([
  ['/', '/', ''],
  ['/article/12', '/article/12', ''],
  ['/article/12?utm_source=x&page=2', '/article/12', 'utm_source=x&page=2'],
  ['/a?', '/a', ''],
  ['/%E5%9F%8E%E9%95%87', '/城镇', ''],
  ['/a%2fb', '/a/b', ''],
  ['/a%3Fb', '/a?b', ''],
  ['/a?x=%ff', '/a', 'x=%EF%BF%BD'],
  ['/a?x=%', '/a', 'x=%25'],
  ['/a?b=1?c=2', '/a', 'b=1%3Fc%3D2'],
  ['/...', '/...', ''],
  ['//evil.example/x', '//evil.example/x', ''],
  ['/[a]|{b}"c"', '/[a]|{b}"c"', ''],
])('%j is read as path %j and query %j', (target, path, query) => {
  const parsed = parseRequestTarget(target);
  expect(parsed?.path).toBe(path);
  expect(parsed?.query.toString()).toBe(query);
});

test('an encoded path is read back as the path that it was', () => {
  for (const path of ['/', '/town/express', '/城镇/即时报', '/a b', '/a?b#c', '/100%', "/a'(b)*"]) {
    expect(parseRequestTarget(encodePath(path))?.path).toBe(path);
  }
});

test.each([
  ['/a?b', undefined, '/a?b'],
  ['http://example.cn/a?b', 'example.cn', '/a?b'],
  ['HTTPS://Example.cn:8443', 'Example.cn:8443', '/'],
  ['http://example.cn?b', 'example.cn', '/?b'],
  ['//example.cn/a', undefined, '//example.cn/a'],
  ['*', undefined, '*'],
])('%j names host %j and target %j', (sent, host, target) => {
  expect(splitAbsoluteForm(sent)).toEqual({ host, target });
});
