import { beforeEach, expect, test } from 'vitest';
import { watchContentVersion } from '@/server/content-version-watch';

let stored = 1;
let commits = 0;
let clock = 0;
let reads = 0;
let failure: Error | undefined;
let errors = 0;

const silent = () => undefined;
const watch = () =>
  watchContentVersion({
    read: async () => {
      reads += 1;
      const answer = stored;
      await new Promise(setImmediate);
      if (failure) throw failure;
      return answer;
    },
    commitCount: () => commits,
    elapsed: () => clock,
    log: {
      debug: silent,
      info: silent,
      warn: silent,
      error: () => {
        errors += 1;
      },
    },
  });

beforeEach(() => {
  [stored, commits, clock, reads, failure, errors] = [1, 0, 0, 0, undefined, 0];
});

test('within a second the database is asked once', async () => {
  const versions = watch();
  expect(versions.known()).toBeUndefined();
  await versions.current();
  clock = 999;
  expect(versions.known()).toBe(1);
  expect(await versions.current()).toBe(1);
  expect(reads).toBe(1);
});

test("another process's change is seen after a second", async () => {
  const versions = watch();
  await versions.current();
  stored = 2;
  clock = 1000;
  expect(versions.known()).toBeUndefined();
  expect(await versions.current()).toBe(2);
});

test("this process's change is seen at once", async () => {
  const versions = watch();
  await versions.current();
  stored = 2;
  commits = 1;
  expect(versions.known()).toBeUndefined();
  expect(await versions.current()).toBe(2);
});

test('requests that wait together ask together', async () => {
  const versions = watch();
  expect(await Promise.all(Array.from({ length: 100 }, () => versions.current()))).toEqual(
    Array.from({ length: 100 }, () => 1),
  );
  expect(reads).toBe(1);
});

test('a question asked before a commit does not answer a request that came after it', async () => {
  const versions = watch();
  const before = versions.current();
  stored = 2;
  commits = 1;
  expect(await versions.current()).toBe(2);
  expect(await before).toBe(1);
  expect(versions.known()).toBe(2);
});

test('an answer that arrives late does not replace a newer one', async () => {
  const answers: ((version: number) => void)[] = [];
  const versions = watchContentVersion({
    read: () => new Promise((resolve) => answers.push(resolve)),
    commitCount: () => commits,
    elapsed: () => clock,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const first = versions.current();
  clock = 1;
  commits = 1;
  const second = versions.current();
  answers[1]!(2);
  await second;
  answers[0]!(1);
  await first;
  expect(versions.known()).toBe(2);
});

test('while the database is away the last version stands, and the log says so once a second', async () => {
  const versions = watch();
  await versions.current();
  failure = new Error('away');
  clock = 1000;
  expect(await versions.current()).toBe(1);
  clock = 1500;
  expect(await versions.current()).toBe(1);
  expect(errors).toBe(1);
  failure = undefined;
  stored = 5;
  clock = 2000;
  expect(await versions.current()).toBe(5);
});

test('without any version yet there is nothing to stand on', async () => {
  failure = new Error('away');
  await expect(watch().current()).rejects.toThrow('away');
});
