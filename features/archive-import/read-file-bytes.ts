import { readFile, stat } from 'node:fs/promises';
import { PlainError } from '@/lib/problems';

/** The pages that newsrooms save have some hundred kilobytes, all scripts included. */
export const largestFile = 5 * 1024 * 1024;

/** The bytes of a file. Throws a PlainError that names the file, says what is wrong with it and what to do. */
export async function readFileBytes(file: string): Promise<Buffer> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw new PlainError(`${file}：${unreadable(found)}`);
  if (found.isDirectory())
    throw new PlainError(`${file}：这是文件夹。请写出要导入的文件，如 ${file}/*.txt。`);
  if (!found.isFile()) throw new PlainError(`${file}：不是普通文件，无法导入。`);
  if (found.size > largestFile) {
    throw new PlainError(`${file}：超过 5 MB，不像是一个稿件页面。请确认选对了文件。`);
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(`${file}：${unreadable(error)}`);
  });
}

function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '找不到这个文件。请检查路径。';
  if (error.code === 'EACCES' || error.code === 'EPERM') return '没有权限读取。请检查文件的权限。';
  if (error.code === 'ENAMETOOLONG') return '文件名太长。请改短后再导入。';
  return `无法读取（${error.code ?? error.message}）。`;
}
