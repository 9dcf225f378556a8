import { readFile, stat } from 'node:fs/promises';
import { PlainError } from '@/lib/problems';

const largestFile = 5 * 1024 * 1024;

/**
 * The text of a file that should be a page saved as UTF-8 text. Throws a PlainError that names the file, says
 * what it is instead and what to do.
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file);
  const problem = problemOf(bytes);
  if (problem !== undefined) throw new PlainError(`${file}：${problem}`);
  return new TextDecoder('utf-8').decode(bytes);
}

async function readBytes(file: string): Promise<Buffer> {
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

function problemOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return '编码是 UTF-16，目前只能导入 UTF-8。请另存为 UTF-8 再导入。';
  }
  if (bytes.includes(0)) return '不是文本文件。请把页面另存为纯文本（UTF-8）再导入。';
  const text = decoded(bytes, 'utf-8');
  if (text === undefined) {
    return looksLikeGbk(bytes)
      ? '编码是 GBK（GB2312、GB18030），目前只能导入 UTF-8。请另存为 UTF-8 再导入。'
      : '不是 UTF-8 编码的文本，可能已经损坏。请重新保存为 UTF-8 再导入。';
  }
  if (text.trim() === '') return '文件是空的。';
  if (/^\s*(?:<!doctype html|<html[\s>])/iu.test(text)) {
    return '这是网页（HTML）。目前只能导入纯文本，请把页面上的文字存成 UTF-8 文本文件再导入。';
  }
  return undefined;
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Almost any bytes can be read as GBK; Chinese text in it is full of Chinese punctuation and common characters. */
function looksLikeGbk(bytes: Buffer): boolean {
  const text = decoded(bytes, 'gb18030');
  if (text === undefined) return false;
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const common = text.match(/[，。、：；！？“”《》的一是不了在人有我他这中大来上国]/gu)?.length ?? 0;
  return han > 0 && common * 20 >= han;
}
