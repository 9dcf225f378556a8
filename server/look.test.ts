import { expect, test } from 'vitest';
import { inLook, keyInLook, lookOf, looks } from '@/server/look';

test.for([
  ['look=dark.large', 'dark.large'],
  ['session=1; look=.huge', '.huge'],
  ['look=light.; other=2', 'light.'],
] as const)('the cookie %j asks for %j', ([cookies, look]) => {
  expect(lookOf(cookies)).toBe(look);
});

test.for([
  undefined,
  '',
  'look=',
  'look=.',
  'look=blue.large',
  'look=dark',
  'outlook=dark.',
  'look=dark."><script>',
  'look=dark.large.x',
])('the cookie %j asks for nothing but the default', (cookies) => {
  expect(lookOf(cookies)).toBeUndefined();
});

test('a look stands on the root element and changes nothing else', () => {
  const page = '<!DOCTYPE html><html lang="zh-CN"><body>&lt;html</body></html>';
  expect(inLook(page, 'dark.large')).toBe(
    page.replace('<html ', '<html data-theme="dark" data-size="large" '),
  );
  expect(inLook(page, '.small')).toBe(page.replace('<html ', '<html data-size="small" '));
});

test('every look has a place of its own in the cache', () => {
  const keys = [undefined, ...looks].map((look) => keyInLook('200 /', look));
  expect(new Set(keys).size).toBe(12);
});
