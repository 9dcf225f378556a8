import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '@/lib/env';

/**
 * Where media files are kept. Four verbs are all that the portal asks, so that a bucket can take the
 * folder's place when there are several machines. Names are made by lib/picture.ts, from content.
 */
export type MediaStorage = {
  /** Whoever sees the name sees the whole file. A name stands for its content: one that exists is not written again. */
  put: (name: string, content: Buffer) => Promise<void>;
  get: (name: string) => Promise<Buffer | undefined>;
  /** Does nothing when there is no such file. */
  delete: (name: string) => Promise<void>;
  stat: (name: string) => Promise<{ byteCount: number } | undefined>;
};

/** Where the media files of this newsroom lie. */
export function mediaFolder(): string {
  return path.join(readEnv().dataDir, 'media');
}

export function mediaStorage(): MediaStorage {
  return createFolderStorage(mediaFolder());
}

const safeName = /^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/u;

export function createFolderStorage(folder: string): MediaStorage {
  function fileOf(name: string): string {
    if (!safeName.test(name)) throw new Error(`No name of a media file: ${JSON.stringify(name)}`);
    return path.join(folder, name);
  }

  const storage: MediaStorage = {
    async put(name, content) {
      const target = fileOf(name);
      if ((await storage.stat(name)) !== undefined) return;
      await mkdir(path.dirname(target), { recursive: true });
      // A name of its own: the same picture may be on its way twice.
      const unfinished = `${target}.${randomUUID()}.unfinished`;
      try {
        await writeFile(unfinished, content, { flush: true });
        await rename(unfinished, target);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    get: (name) => readFile(fileOf(name)).catch(undefinedIfMissing),
    delete: (name) => rm(fileOf(name), { force: true }),
    async stat(name) {
      const found = await stat(fileOf(name)).catch(undefinedIfMissing);
      return found === undefined ? undefined : { byteCount: found.size };
    },
  };
  return storage;
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
