import path from 'node:path';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readPlainTextPage } from '@/features/archive-import/read-plain-text-page';
import { readTextFile } from '@/features/archive-import/read-text-file';
import { type StoredPage, storeImportedPage } from '@/features/archive-import/store-imported-page';
import { PlainError } from '@/lib/problems';

/** Reads one file as a plain-text page. Throws a PlainError that names the file and says what is wrong with it. */
export async function readPageFile(file: string): Promise<ReadPage> {
  const text = await readTextFile(file);
  const read = readPlainTextPage(text, path.basename(file, path.extname(file)).trim());
  if (!read.ok) {
    const problems = read.problems.map(({ message }) => message).join('，');
    throw new PlainError(`${file}：${problems}。请确认这是一个稿件页面。`);
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
