import { beforeEach, expect, test } from 'vitest';
import { createPageCache, type FinishedPage } from '@/server/page-cache';
import { createRepresentation } from '@/server/representation';

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
let clock = 0;
const cacheOf = (maxBytes = 10_000_000) => createPageCache({ maxBytes, log, now: () => clock });

beforeEach(() => {
  clock = 0;
});

async function page(text: string, validUntil = Infinity): Promise<FinishedPage> {
  const body = Buffer.from(text);
  const representation = await createRepresentation({ status: 200, body, contentType: 'x', headers: [] });
  return { representation, validUntil };
}

const textOf = ({ variants }: FinishedPage['representation']) => variants.identity.body.toString();

test('a page is rendered once per version', async () => {
  const cache = cacheOf();
  let renders = 0;
  const render = async () => page(`render ${(renders += 1)}`);
  expect(textOf(await cache.get('k', 1, render))).toBe('render 1');
  expect(textOf(await cache.get('k', 1, render))).toBe('render 1');
  expect(cache.find('k', 2)).toBeUndefined();
  expect(textOf(await cache.get('k', 2, render))).toBe('render 2');
  expect(renders).toBe(2);
});

test('a thousand misses of one page share one render', async () => {
  const cache = cacheOf();
  const got = await Promise.all(
    Array.from({ length: 1000 }, () =>
      cache.get('k', 1, async () => {
        await new Promise(setImmediate);
        return page('x');
      }),
    ),
  );
  expect(new Set(got).size).toBe(1);
  expect(cache.counts.renders).toBe(1);
});

test('a render that began under the old version does not answer a request that knows the new one', async () => {
  const cache = cacheOf();
  let finishOld: (() => void) | undefined;
  const old = cache.get('k', 1, async () => {
    await new Promise<void>((resolve) => {
      finishOld = resolve;
    });
    return page('old');
  });
  expect(textOf(await cache.get('k', 2, async () => page('new')))).toBe('new');
  finishOld!();
  expect(textOf(await old)).toBe('old');
  // Nor does it push out what was rendered since.
  expect(textOf(cache.find('k', 2)!)).toBe('new');
});

test('a page whose validity ends is rendered again from that instant on', async () => {
  const cache = cacheOf();
  await cache.get('k', 1, async () => page('today', 1000));
  clock = 999;
  expect(textOf(cache.find('k', 1)!)).toBe('today');
  clock = 1000;
  expect(cache.find('k', 1)).toBeUndefined();
  expect(textOf(await cache.get('k', 1, async () => page('tomorrow')))).toBe('tomorrow');
});

test('a failed render yields the last good copy, is counted, and is tried again only after a pause', async () => {
  const cache = cacheOf();
  await cache.get('k', 1, async () => page('good'));
  let tries = 0;
  const failing = async () => {
    tries += 1;
    throw new Error('broken');
  };
  expect(textOf(await cache.get('k', 2, failing))).toBe('good');
  expect(textOf(await cache.get('k', 2, failing))).toBe('good');
  expect(tries).toBe(1);
  clock = 1000;
  expect(textOf(await cache.get('k', 2, failing))).toBe('good');
  expect(tries).toBe(2);
  expect(cache.counts).toEqual({ renders: 3, failures: 2, lastGoodCopies: 3 });
  clock = 2000;
  expect(textOf(await cache.get('k', 2, async () => page('mended')))).toBe('mended');
});

test('without a good copy a failure is a failure, for all who share it and during the pause', async () => {
  const cache = cacheOf();
  const failing = async () => {
    throw new Error('broken');
  };
  await expect(Promise.all([cache.get('k', 1, failing), cache.get('k', 1, failing)])).rejects.toThrow(
    'broken',
  );
  await expect(cache.get('k', 1, async () => page('x'))).rejects.toThrow('broken');
  // A new version is another question.
  expect(textOf(await cache.get('k', 2, async () => page('x')))).toBe('x');
});

test('what was forgotten is no copy of last resort', async () => {
  const cache = cacheOf();
  await cache.get('k', 1, async () => page('withdrawn text'));
  cache.forget('k');
  await expect(cache.get('k', 2, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('the bytes kept stay below the bound, the least used go first', async () => {
  const cache = cacheOf(100_000);
  for (let index = 0; index < 1000; index += 1) {
    await cache.get(`k${index}`, 1, async () => page('x'.repeat(1000)));
    cache.find('k0', 1);
  }
  expect(cache.byteCount()).toBeLessThanOrEqual(100_000);
  expect(cache.find('k0', 1)).toBeDefined();
  expect(cache.find('k999', 1)).toBeDefined();
  expect(cache.find('k500', 1)).toBeUndefined();
});

test('a page larger than the whole cache is answered and not kept', async () => {
  const cache = cacheOf(10_000);
  expect(textOf(await cache.get('k', 1, async () => page('x'.repeat(20_000))))).toHaveLength(20_000);
  expect(cache.byteCount()).toBe(0);
});
