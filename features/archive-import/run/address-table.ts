import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { decodePage } from '@/features/archive-import/decode-page';
import type { Source } from '@/features/archive-import/sources/source';
import { PlainError } from '@/lib/problems';

/*
 * Tables that say which file was at which address: a file and an address in each line, as CSV or with tabs. Given
 * with the command, or in the source itself as manifest.csv or manifest.tsv.
 */

const manifestNames = ['manifest.csv', 'manifest.tsv', 'MANIFEST.csv', 'MANIFEST.tsv'];
const largestManifest = 200 * 1024 * 1024;

export function isManifest(path: string): boolean {
  return manifestNames.includes(path);
}

/** The addresses of a source's own manifest, by paths inside it; none where it has none. */
export async function findManifest(source: Source): Promise<Map<string, string>> {
  for (const name of manifestNames) {
    const found = await source.find(name, largestManifest);
    if (found !== undefined) return readTable(found);
  }
  return new Map();
}

/** The table in a file that the person named. Throws a PlainError when there is nothing to be read. */
export async function readAddressTable(file: string): Promise<Map<string, string>> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(`${file}：${error.code === 'ENOENT' ? '找不到这个文件' : '无法读取'}。请检查路径。`);
  });
  const table = readTable(bytes);
  if (table.size === 0) throw new PlainError(`${file}：没有认出网址。每行写：文件路径,网址。`);
  return table;
}

function readTable(bytes: Buffer): Map<string, string> {
  const { text } = decodePage(bytes);
  const delimiter = text.slice(0, 2000).includes('\t') ? '\t' : ',';
  const rows = parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const table = new Map<string, string>();
  for (const cells of rows as string[][]) {
    const address = cells.find((cell) => /^https?:\/\/\S+$/iu.test(cell.trim()))?.trim();
    const path = cells.find((cell) => cell.trim() !== '' && cell.trim() !== address)?.trim();
    if (address !== undefined && path !== undefined) table.set(path.replace(/^\.\//u, ''), address);
  }
  return table;
}
