import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileKindOf, reasonFor } from '@/features/archive-import/sources/file-kinds';
import { findParts, isFurtherPart } from '@/features/archive-import/sources/parts';
import { insidePath } from '@/features/archive-import/sources/paths-inside';
import { largestFile, readLimited, tooLarge } from '@/features/archive-import/sources/read-limited';
import type { FoundEntry, Source, SourceEntry } from '@/features/archive-import/sources/source';
import { PlainError } from '@/lib/problems';

/** Archives that open-source.ts can open. */
const opens = /\.(?:zip|tar|tgz|tar\.gz)$/iu;

/** A folder with everything below it, names in order. Links are never followed: they may lead anywhere. */
export function openFolder(folder: string, name: string): Source {
  const onDisk = (inside: string) => path.join(folder, ...inside.split('/'));
  const isFile = async (inside: string) => (await statOf(onDisk(inside)))?.isFile() ?? false;

  async function* walk(inside: string): AsyncGenerator<FoundEntry> {
    const names = await readdir(onDisk(inside)).catch((error: NodeJS.ErrnoException) => error);
    if (names instanceof Error) {
      yield { kind: 'skipped', path: inside, reason: `文件夹无法读取（${names.code ?? names.message}）` };
      return;
    }
    // Compared by code unit: a folder of a million names is sorted in a second, by language in a minute.
    for (const one of names.toSorted()) yield* look(inside === '' ? one : `${inside}/${one}`);
  }

  async function* look(inside: string): AsyncGenerator<FoundEntry> {
    const kind = fileKindOf(inside);
    if (kind === 'ignored' || kind === 'picture') return;
    const found = await statOf(onDisk(inside));
    if (found === undefined) return;
    if (found.isDirectory()) {
      yield* walk(inside);
      return;
    }
    if (kind === 'archive' && found.isFile() && opens.test(inside)) {
      yield { kind: 'archive', path: inside, file: onDisk(inside) };
      return;
    }
    const reason = found.isFile() ? reasonFor(kind) : '不是普通文件（链接或设备），没有读取';
    if (reason !== undefined) {
      yield { kind: 'skipped', path: inside, reason };
      return;
    }
    if (await isFurtherPart(inside, isFile)) return;
    yield fileEntry(onDisk(inside), inside, found.size, await findParts(inside, isFile));
  }

  return {
    name,
    isSequential: false,
    total: undefined,
    entries: () => walk(''),
    async find(wanted, largest) {
      const inside = insidePath(wanted);
      if (inside === undefined) return undefined;
      const file = onDisk(inside);
      const found = await statOf(file);
      if (found === undefined || !found.isFile() || found.size > largest) return undefined;
      // A folder on the way may be a link to somewhere else.
      const real = await realpath(file);
      const root = await realpath(folder);
      return real.startsWith(root + path.sep) ? readFile(real) : undefined;
    },
    close: async () => undefined,
  };
}

function statOf(file: string) {
  return lstat(file).catch(() => undefined);
}

export function fileEntry(file: string, inside: string, size: number, parts: string[]): SourceEntry {
  return {
    kind: 'file',
    path: inside,
    size,
    parts,
    async read() {
      if (size > largestFile) throw new PlainError(tooLarge);
      return readLimited(createReadStream(file), largestFile).catch(readable);
    },
    stream: async () => createReadStream(file),
  };
}

function readable(error: unknown): never {
  if (error instanceof PlainError) throw error;
  const { code, message } = error as NodeJS.ErrnoException;
  throw new PlainError(
    code === 'EACCES' || code === 'EPERM'
      ? '没有权限读取。请检查文件的权限'
      : `无法读取（${code ?? message}）`,
  );
}
