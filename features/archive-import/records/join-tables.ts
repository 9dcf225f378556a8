import { sectionPathColumn } from '@/features/archive-import/records/address-template';
import type { Mapping } from '@/features/archive-import/records/mapping';
import {
  type ReadRow,
  readRows,
  recordFormatOf,
  type Row,
} from '@/features/archive-import/records/read-rows';
import { trailColumn } from '@/features/archive-import/records/to-read-page';
import { PlainError } from '@/lib/problems';
import type { Readable } from 'node:stream';

export type TableFile = { name: string; open: () => Promise<Readable> };
type Tables = NonNullable<Mapping['tables']>;
const columnsOf = (columns: string | string[] | undefined) => [columns ?? []].flat();

/** Whether a file's name fits a pattern of a mapping; * stands for anything, case does not count. */
export function fitsPattern(fileName: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(fileName.slice(fileName.lastIndexOf('/') + 1));
}

/**
 * The rows of the articles' table, each with its text from another table and with its section's names and
 * folder. Tables of texts are as long as those of articles: both are read side by side, which needs both in the
 * order of their numbers, as databases export them. Throws a PlainError when a table is missing.
 */
export async function* joinTables(files: TableFile[], { tables, fields }: Mapping): AsyncGenerator<ReadRow> {
  if (tables === undefined) throw new Error('The mapping names no tables.');
  const fileFor = (pattern: string, others: string[] = []) =>
    files.find(({ name }) => fitsPattern(name, pattern) && !others.some((other) => fitsPattern(name, other)));
  const { texts: textTable, sections: sectionTable } = tables;
  const others = [textTable?.file, sectionTable?.file].filter((pattern) => pattern !== undefined);
  const articles = fileFor(tables.articles, others);
  if (articles === undefined)
    throw new PlainError(`没有找到稿件表 ${tables.articles}。请检查文件名，或在映射文件里改 tables.articles`);
  const missing = [textTable?.file, sectionTable?.file].find(
    (pattern) => pattern !== undefined && fileFor(pattern) === undefined,
  );
  if (missing !== undefined) throw new PlainError(`没有找到 ${missing}。它和稿件表要放在同一个文件夹里`);
  const sections =
    sectionTable === undefined
      ? undefined
      : await loadSections(fileFor(sectionTable.file)!, sectionTable, columnsOf(fields.section));
  const texts = textTable === undefined ? undefined : openTexts(fileFor(textTable.file)!, textTable.key);
  const idColumn = columnsOf(fields.id)[0] ?? 'id';
  let last = Number.NEGATIVE_INFINITY;
  try {
    for await (const read of rowsOf(articles)) {
      if ('problem' in read) {
        yield read;
        continue;
      }
      const { row, value } = read;
      const id = Number(value[idColumn]);
      if (texts !== undefined && id < last) {
        yield { row, problem: '稿件表没有按编号从小到大排序。请按 id 排序后重新导出' };
        continue;
      }
      last = Number.isNaN(id) ? last : id;
      const text = texts === undefined ? {} : await texts.of(id);
      if (text === undefined) {
        yield {
          row,
          problem: `正文表里没有编号 ${String(value[idColumn])} 的正文。请确认两个表都完整，并按编号排序`,
        };
        continue;
      }
      yield { row, value: { ...text, ...value, ...sections?.(value) } };
    }
  } finally {
    await texts?.close();
  }
}

function rowsOf(file: TableFile): AsyncGenerator<ReadRow> {
  return (async function* () {
    yield* readRows(await file.open(), recordFormatOf(file.name) ?? 'csv');
  })();
}

function openTexts(file: TableFile, key: string) {
  const rows = rowsOf(file);
  let current: { id: number; value: Row } | undefined;
  let isOver = false;
  async function step(): Promise<void> {
    const next = await rows.next();
    if (next.done) isOver = true;
    else if ('value' in next.value) current = { id: Number(next.value.value[key]), value: next.value.value };
  }
  return {
    /** The text with this number; numbers have to be asked for in their order. */
    async of(id: number): Promise<Row | undefined> {
      while (!isOver && (current === undefined || current.id < id)) await step();
      return current?.id === id ? current.value : undefined;
    },
    close: () => rows.return(undefined),
  };
}

type SectionRow = { name: string; parent: string; path: string };
const mostSections = 100_000;
const deepest = 8;

/** The whole table of sections, which is small; answers what the row of an article says of its section. */
async function loadSections(
  file: TableFile,
  { key, name, parent, path }: NonNullable<Tables['sections']>,
  columns: string[],
): Promise<(article: Row) => Row> {
  const sections = new Map<string, SectionRow>();
  const text = (row: Row, column: string | undefined) =>
    column === undefined ? '' : String(row[column] ?? '').trim();
  for await (const read of rowsOf(file)) {
    if ('problem' in read || sections.size >= mostSections) continue;
    const { value } = read;
    sections.set(text(value, key), {
      name: text(value, name),
      parent: text(value, parent),
      path: text(value, path),
    });
  }
  return (article) => {
    const own = sectionOf(article, columns, sections);
    if (own === undefined) return {};
    const line: SectionRow[] = [];
    for (
      let next: SectionRow | undefined = own;
      next !== undefined && line.length < deepest;
      next = sections.get(next.parent)
    ) {
      line.unshift(next);
    }
    return {
      [trailColumn]: line.map((one) => one.name).filter((one) => one !== ''),
      [sectionPathColumn]: own.path.replaceAll(/^\/|\/$/gu, ''),
    };
  };
}

function sectionOf(
  article: Row,
  columns: string[],
  sections: Map<string, SectionRow>,
): SectionRow | undefined {
  for (const column of columns) {
    if (!Object.hasOwn(article, column)) continue;
    const found = sections.get(String(article[column]).trim());
    if (found !== undefined) return found;
  }
  return undefined;
}
