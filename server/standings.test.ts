import { beforeEach, expect, test } from 'vitest';
import type { AddressStanding } from '@/features/addresses/resolve-address';
import { createStandings } from '@/server/standings';
import { gone, live, missing } from '@/server/testing/fake-portal';

let standing: AddressStanding = missing;
let asked: string[] = [];
let notLive: string[] = [];
let clock = 0;

const standings = () =>
  createStandings({
    siteUrl: 'https://news.example.cn',
    resolveAddress: async (path, query) => {
      asked.push(query.size === 0 ? path : `${path}?${query.toString()}`);
      return standing;
    },
    onNotLive: (key) => notLive.push(key),
    now: () => clock,
  });

beforeEach(() => {
  [standing, asked, notLive, clock] = [missing, [], [], 0];
});

test('a live address is asked about once per version', async () => {
  const { settle, find } = standings();
  standing = live('/article/12');
  const settled = await settle('/article/12', 1);
  expect(settled).toEqual({
    kind: 'page',
    status: 200,
    key: '200 /article/12',
    route: { path: '/article/12', query: '' },
  });
  await settle('/article/12', 1);
  expect(find('/article/12', 1)).toBe(settled);
  expect(find('/article/12', 2)).toBeUndefined();
  await settle('/article/12', 2);
  expect(asked).toEqual(['/article/12', '/article/12']);
});

test('requests that wait together ask together', async () => {
  const { settle } = standings();
  standing = live('/article/12');
  await Promise.all(Array.from({ length: 100 }, () => settle('/article/12', 1)));
  expect(asked).toHaveLength(1);
});

test('parameters that the route does not know do not make another page', async () => {
  const { settle } = standings();
  standing = live('/city?page=2');
  const one = await settle('/city?page=2&utm_source=a', 1);
  const other = await settle('/city?from=b&page=2', 1);
  expect(one).toEqual(other);
  expect(one).toMatchObject({ key: '200 /city?page=2' });
});

test('every unknown address shares the key of one page and is not remembered', async () => {
  const { settle, find } = standings();
  const keys = await Promise.all(['/a', '/b?c', '/d/e'].map((target) => settle(target, 1)));
  expect(new Set(keys.map((settled) => settled.kind === 'page' && settled.key))).toEqual(
    new Set(['404 /notice/missing']),
  );
  expect(find('/a', 1)).toBeUndefined();
});

test('a withdrawn address has another key than its page had, and the page is given up', async () => {
  const { settle } = standings();
  standing = gone(12);
  expect(await settle('/article/12?utm_source=x', 1)).toMatchObject({
    status: 410,
    key: '410 /notice/gone?article=12',
  });
  expect(notLive).toEqual(['200 /article/12']);
});

test('an impossible parameter does not give up the page that it was tried on', async () => {
  const { settle } = standings();
  await settle('/city?page=99999', 1);
  expect(notLive).toEqual([]);
  await settle('/article/7', 1);
  expect(notLive).toEqual(['200 /article/7']);
});

test('a standing that ends by the clock is asked about again', async () => {
  const { settle, find } = standings();
  standing = live('/', new Date(1000));
  await settle('/', 1);
  clock = 999;
  expect(find('/', 1)).toBeDefined();
  clock = 1000;
  expect(find('/', 1)).toBeUndefined();
});

test.each(['/%61rticle/12', '/article%2f12', '/article%2F12'])(
  '%s moves to the one spelling of a live page',
  async (target) => {
    standing = live('/article/12');
    expect(await standings().settle(target, 1)).toEqual({ kind: 'moved', location: '/article/12' });
  },
);

test('another spelling of a Chinese path moves to the usual one, with its query', async () => {
  standing = live('/城镇?page=2');
  const { settle } = standings();
  expect(await settle('/%e5%9f%8e%e9%95%87?page=2&x=1', 1)).toEqual({
    kind: 'moved',
    location: '/%E5%9F%8E%E9%95%87?page=2',
  });
  expect(await settle('/%E5%9F%8E%E9%95%87?page=2&x=1', 1)).toMatchObject({ status: 200 });
});

test.each([
  ['/article/12', '/article/12'],
  ['/城镇?page=2', '/%E5%9F%8E%E9%95%87?page=2'],
  ['/%E5%9F%8E', '/%E5%9F%8E'],
  ['https://other.example.cn/a b', 'https://other.example.cn/a%20b'],
  ['https://news.example.cn/x', '/x'],
])('a move to %s is sent as %s', async (to, location) => {
  standing = { kind: 'moved', to };
  expect(await standings().settle('/old', 1)).toEqual({ kind: 'moved', location });
});

test.each(['//evil.example/', '/\\evil.example', 'javascript:alert(1)', 'ftp://evil.example/'])(
  'a move to %s is refused',
  async (to) => {
    standing = { kind: 'moved', to };
    await expect(standings().settle('/old', 1)).rejects.toThrow('leads nowhere');
  },
);

test('a malformed target is settled without asking', async () => {
  expect(await standings().settle('/%ff', 1)).toEqual({ kind: 'malformed' });
  expect(asked).toEqual([]);
});
