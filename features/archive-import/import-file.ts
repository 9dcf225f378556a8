import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readPlainTextPage } from '@/features/archive-import/read-plain-text-page';
import { type StoredPage, storeImportedPage } from '@/features/archive-import/store-imported-page';
import { PlainError } from '@/lib/problems';

const largestFile = 5 * 1024 * 1024;

/** Reads one file as a plain-text page. Throws a PlainError that names the file and says what is wrong with it. */
export async function readPageFile(file: string): Promise<ReadPage> {
  const text = decode(await readBytes(file), file);
  if (text.trim() === '') throw new PlainError(`${file}：文件是空的。`);
  const read = readPlainTextPage(text, path.basename(file, path.extname(file)).trim());
  if (!read.ok) {
    throw new PlainError(
      `${file}：${read.problems.map(({ message }) => message).join('，')}。请确认这是一个稿件页面。`,
    );
  }
  return read.value;
}

/** Reads and stores one file; nothing is stored when it throws. */
export async function importPageFile(
  file: string,
  now = new Date(),
): Promise<StoredPage & { page: ReadPage }> {
  const page = await readPageFile(file);
  try {
    return { page, ...(await storeImportedPage(page, now)) };
  } catch (error) {
    throw error instanceof PlainError ? new PlainError(`${file}：${error.message}。`) : error;
  }
}

async function readBytes(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new PlainError(`${file}：找不到这个文件。请检查路径。`);
  if (!found.isFile()) throw new PlainError(`${file}：不是文件。请逐个写出要导入的文件。`);
  if (found.size > largestFile) throw new PlainError(`${file}：超过 5 MB，不像是一个稿件页面。`);
  return readFile(file).catch(() => {
    throw new PlainError(`${file}：没有权限读取。`);
  });
}

function decode(bytes: Buffer, file: string): string {
  if (bytes.includes(0)) throw new PlainError(`${file}：不是文本文件。`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PlainError(`${file}：不是 UTF-8 编码的文本。请先另存为 UTF-8 再导入。`);
  }
}
