import { open, stat } from 'node:fs/promises';
import { recordFormatOf } from '@/features/archive-import/records/read-rows';
import { openFolder, fileEntry } from '@/features/archive-import/sources/folder-source';
import type { Source } from '@/features/archive-import/sources/source';
import { openTar } from '@/features/archive-import/sources/tar-source';
import { openZip } from '@/features/archive-import/sources/zip-source';
import { PlainError } from '@/lib/problems';

/**
 * What stands at a path: a folder, an archive, or a file by itself. `name` is what the report calls it. Throws a
 * PlainError that says what is wrong when there is nothing to read.
 */
export async function openSource(path: string, name: string): Promise<Source> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw new PlainError(unreadable(found));
  if (found.isDirectory()) return openFolder(path, name);
  if (!found.isFile()) throw new PlainError('不是普通文件，无法导入');
  const start = await firstBytes(path);
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return openZip(path, name);
  if (start.startsWith('\u001F\u008B') || start.slice(257, 262) === 'ustar')
    return openTar(path, name, start.startsWith('\u001F\u008B'));
  const closed = /^(?:Rar!|7z\u00BC\u00AF|BZh|\u00FD7zXZ)/u.test(start);
  if (closed) throw new PlainError('这种压缩包打不开。请解压后导入文件夹，或改用 .zip、.tar.gz');
  return openFile(path, name, found.size);
}

function openFile(path: string, name: string, size: number): Source {
  return {
    name,
    isSequential: false,
    // Of a table nobody knows how many rows it has.
    total: recordFormatOf(path) === undefined ? 1 : undefined,
    async *entries() {
      yield fileEntry(path, '', size, []);
    },
    find: async () => undefined,
    close: async () => undefined,
  };
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(unreadable(error));
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '找不到这个文件。请检查路径';
  if (error.code === 'EACCES' || error.code === 'EPERM') return '没有权限读取。请检查文件的权限';
  if (error.code === 'ENAMETOOLONG') return '文件名太长。请改短后再导入';
  return `无法读取（${error.code ?? error.message}）`;
}
