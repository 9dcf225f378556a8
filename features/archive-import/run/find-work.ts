import path from 'node:path';
import { findManifest, isManifest } from '@/features/archive-import/run/address-table';
import { largestFile } from '@/features/archive-import/sources/read-limited';
import type { Mapping } from '@/features/archive-import/records/mapping';
import { joinTables, type TableFile } from '@/features/archive-import/records/join-tables';
import {
  type ReadRow,
  readRows,
  recordFormatOf,
  type Row,
} from '@/features/archive-import/records/read-rows';
import type { ReadingTask } from '@/features/archive-import/run/reading-task';
import type { Source, SourceEntry } from '@/features/archive-import/sources/source';
import { addressInPath } from '@/features/archive-import/sources/address-in-path';
import { PlainError } from '@/lib/problems';

export type WorkWishes = {
  mapping: Mapping;
  /** The address of a file, by its path inside the source, where a table says it. */
  addresses: ReadonlyMap<string, string>;
  isDone: (key: string) => Promise<boolean>;
};

/** A task for a reading thread, or what came of a file that needs none. `key` names it in a run taken up again. */
export type Work = { key: string; path: string } & (
  | { kind: 'task'; task: ReadingTask }
  | { kind: 'refused'; place: string; reason: string }
  | { kind: 'archive'; place: string; file: string }
);

const rowsAtOnce = 50;

/** Everything of a source that is to be read, in its order; what has been dealt with is passed over. */
export async function* findWork(source: Source, wishes: WorkWishes): AsyncGenerator<Work> {
  if (wishes.mapping.tables !== undefined) {
    yield* rowsOfTables(source, wishes);
    return;
  }
  const manifest = await findManifest(source);
  const addresses = new Map([...manifest, ...wishes.addresses]);
  for await (const entry of source.entries()) {
    if (isManifest(entry.path)) continue;
    const place = entry.path === '' ? source.name : `${source.name}/${entry.path}`;
    if (entry.kind === 'skipped') {
      if (await wishes.isDone(place)) continue;
      yield { key: place, path: entry.path, kind: 'refused', place, reason: entry.reason };
      continue;
    }
    if (entry.kind === 'archive') {
      yield { key: place, path: entry.path, kind: 'archive', place, file: entry.file };
      continue;
    }
    try {
      yield* workOf(entry, place, source, { ...wishes, addresses });
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      yield { key: place, path: entry.path, kind: 'refused', place, reason: error.message };
    }
  }
}

async function* workOf(
  entry: SourceEntry,
  place: string,
  source: Source,
  wishes: WorkWishes,
): AsyncGenerator<Work> {
  const fileName = path.posix.basename(entry.path === '' ? source.name : entry.path);
  const format = recordFormatOf(fileName);
  if (format !== undefined) {
    const rows = readRows(await entry.stream(), format);
    const isWordPress = format === 'wxr';
    yield* rowsOf(
      { place, path: entry.path, isWordPress },
      isWordPress ? rows : articlesOnly(rows, wishes.mapping),
      wishes,
    );
    return;
  }
  if (await wishes.isDone(place)) return;
  const bytes = await entry.read();
  const parts: (ReadingTask & { kind: 'page' })['parts'] = [];
  for (const part of entry.parts) {
    const found = await source.find(part, largestFile);
    if (found !== undefined)
      parts.push({ place: `${source.name}/${part}`, fileName: path.posix.basename(part), bytes: found });
  }
  const address = wishes.addresses.get(entry.path) ?? addressInPath(entry.path);
  yield {
    key: place,
    path: entry.path,
    kind: 'task',
    task: { kind: 'page', place, fileName, address, folder: sectionFolderOf(entry.path), bytes, parts },
  };
}

/** Collections of texts lie in a folder for each section, which is called as people call it: in Chinese. */
function sectionFolderOf(entryPath: string): string {
  const folder = path.posix.basename(path.posix.dirname(entryPath));
  return /^\p{sc=Han}[\p{sc=Han}\p{L}\p{N}·、-]{0,19}$/u.test(folder) ? folder : '';
}

type RowsPlace = { place: string; path: string; isWordPress: boolean };

async function* rowsOf(
  { place, path: entryPath, isWordPress }: RowsPlace,
  rows: AsyncIterable<ReadRow>,
  { isDone }: WorkWishes,
): AsyncGenerator<Work> {
  let waiting: { place: string; value: Row }[] = [];
  let number = 0;
  const key = () => `${place}#${number}`;
  const tasks = async function* (): AsyncGenerator<Work> {
    if (waiting.length > 0 && !(await isDone(key())))
      yield { key: key(), path: entryPath, kind: 'task', task: { kind: 'rows', rows: waiting, isWordPress } };
    waiting = [];
    number += 1;
  };
  for await (const read of rows) {
    const rowPlace = `${place}#${read.row}`;
    if ('problem' in read) {
      // A name of its own: a piece of rows may have the same number.
      const problemKey = `${rowPlace}!`;
      if (!(await isDone(problemKey)))
        yield { key: problemKey, path: entryPath, kind: 'refused', place: rowPlace, reason: read.problem };
      continue;
    }
    waiting.push({ place: rowPlace, value: read.value });
    if (waiting.length === rowsAtOnce) yield* tasks();
  }
  yield* tasks();
}

/** Tables that belong together are one set of rows, named after their source. */
async function* rowsOfTables(source: Source, wishes: WorkWishes): AsyncGenerator<Work> {
  const place = source.name;
  try {
    if (source.isSequential) throw new PlainError('几个表要对照着读，这种压缩包做不到。请解压后导入文件夹');
    const files: TableFile[] = [];
    for await (const entry of source.entries()) {
      if (entry.kind === 'file') files.push({ name: entry.path, open: () => entry.stream() });
    }
    yield* rowsOf({ place, path: '', isWordPress: false }, joinTables(files, wishes.mapping), wishes);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    yield { key: `${place}!`, path: '', kind: 'refused', place, reason: error.message };
  }
}

/** The rows of a table of articles; a table without the columns that an article needs is none. */
async function* articlesOnly(rows: AsyncGenerator<ReadRow>, { fields }: Mapping): AsyncGenerator<ReadRow> {
  let isKnown = false;
  for await (const read of rows) {
    if (!isKnown && 'value' in read) {
      const missing = (['headline', 'body'] as const).filter(
        (field) => ![fields[field] ?? []].flat().some((column) => Object.hasOwn(read.value, column)),
      );
      if (missing.length > 0) {
        const names = missing.map((field) => (field === 'headline' ? '标题' : '正文')).join('和');
        throw new PlainError(`没有${names}的列，不是稿件表。如果列名不同，请用 --mapping 写明`);
      }
      isKnown = true;
    }
    yield read;
  }
}
