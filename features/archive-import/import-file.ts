import path from 'node:path';
import { readFileBytes } from '@/features/archive-import/read-file-bytes';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readPage } from '@/features/archive-import/read-page-bytes';
import { type StoredPage, storeImportedPage } from '@/features/archive-import/store-imported-page';
import { PlainError } from '@/lib/problems';

/** Reads one file, HTML or plain text. Throws a PlainError that names the file and says what is wrong with it. */
export async function readPageFile(file: string): Promise<ReadPage> {
  const read = readPage(await readFileBytes(file), { fileName: path.basename(file) });
  if (read.ok) return read.value;
  const problems = read.problems.map(({ message }) => message).join('，');
  throw new PlainError(`${file}：${problems}。请确认这是一个稿件页面。`);
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
