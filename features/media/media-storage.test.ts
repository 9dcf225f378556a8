import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderStorage, type MediaStorage } from '@/features/media/media-storage';

let folder = '';
let storage: MediaStorage;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-storage-'));
  storage = createFolderStorage(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was put is found again, with its size, until it is deleted', async () => {
  await storage.put('ab/cd-400.webp', Buffer.from('picture'));
  expect(await storage.get('ab/cd-400.webp')).toEqual(Buffer.from('picture'));
  expect(await storage.stat('ab/cd-400.webp')).toEqual({ byteCount: 7 });
  await storage.delete('ab/cd-400.webp');
  expect(await storage.get('ab/cd-400.webp')).toBeUndefined();
  expect(await storage.stat('ab/cd-400.webp')).toBeUndefined();
  await storage.delete('ab/cd-400.webp');
});

test('a name that exists is not written again', async () => {
  await storage.put('ab/cd.jpg', Buffer.from('picture'));
  const before = statSync(path.join(folder, 'ab/cd.jpg')).ino;
  await storage.put('ab/cd.jpg', Buffer.from('picture'));
  expect(statSync(path.join(folder, 'ab/cd.jpg')).ino).toBe(before);
});

test('twenty writers of one name leave one whole file and nothing else', async () => {
  const content = Buffer.alloc(300_000, 'x');
  await Promise.all(Array.from({ length: 20 }, () => storage.put('ab/cd.jpg', content)));
  expect(readdirSync(path.join(folder, 'ab'))).toEqual(['cd.jpg']);
  expect(readFileSync(path.join(folder, 'ab/cd.jpg'))).toEqual(content);
});

test('a write that fails leaves nothing under any name', async () => {
  // A file where a folder should be.
  writeFileSync(path.join(folder, 'ab'), '');
  await expect(storage.put('ab/cd.jpg', Buffer.from('x'))).rejects.toThrow(/EEXIST|ENOTDIR/u);
  expect(readdirSync(folder)).toEqual(['ab']);
});

test.each(['../secret', '/etc/passwd', 'ab/../../x', 'ab//x', '', '.hidden', 'ab\\x', 'ab/x\u0000'])(
  '%j is no name',
  async (name) => {
    await expect((async () => storage.get(name))()).rejects.toThrow(/No name/u);
    await expect(storage.put(name, Buffer.from('x'))).rejects.toThrow(/No name/u);
  },
);
