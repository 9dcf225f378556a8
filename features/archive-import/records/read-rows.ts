import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodedText } from '@/features/archive-import/records/decoded-text';
import { splitLines } from '@/features/archive-import/records/split-lines';
import { type JsonPiece, splitJson } from '@/features/archive-import/records/split-json';
import { readWxr } from '@/features/archive-import/records/read-wxr';
import { PlainError } from '@/lib/problems';

export type Row = Record<string, unknown>;
export type ReadRow = { row: number; value: Row } | { row: number; problem: string };
export type RecordFormat = 'csv' | 'json' | 'jsonl' | 'wxr';

/** Longer than any article of a newsroom; the memory of a reading thread is what it is. */
const largestRow = 5 * 1024 * 1024;

const endings: Record<string, RecordFormat> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  xml: 'wxr',
};

/** The format of a file of records by its name; undefined for pages. */
export function recordFormatOf(fileName: string): RecordFormat | undefined {
  return endings[/\.(?<ending>[a-z]+)$/iu.exec(fileName)?.groups?.ending?.toLowerCase() ?? ''];
}

/**
 * The records of a file one by one, however large it is, each with its number from 1. A bad record is told and
 * does not stop the others; damage that leaves no way on ends the file with a problem.
 */
export async function* readRows(stream: Readable, format: RecordFormat): AsyncGenerator<ReadRow> {
  const text = decodedText(stream);
  try {
    if (format === 'csv') yield* csvRows(text);
    else if (format === 'wxr') yield* readWxr(text, largestRow);
    else yield* jsonRows(format === 'jsonl' ? splitLines(text, largestRow) : splitJson(text, largestRow));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`文件从这里起无法读取：${error instanceof Error ? error.message : String(error)}`);
  }
}

async function* csvRows(text: AsyncGenerator<string>): AsyncGenerator<ReadRow> {
  const first = await text.next();
  if (first.done || first.value.trim() === '') throw new PlainError('文件是空的');
  const delimiter = delimiterOf(first.value.slice(0, first.value.indexOf('\n') + 1 || undefined));
  const parser = parse({
    delimiter,
    columns: (names: string[]) => uniqueNames(names),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: largestRow,
  });
  const problems: string[] = [];
  parser.on('skip', (error: Error) => problems.push(error.message));
  const feed = (async () => {
    try {
      for (let piece: IteratorResult<string> = first; !piece.done; piece = await text.next()) {
        if (!parser.write(piece.value)) await new Promise((resolve) => parser.once('drain', resolve));
      }
      parser.end();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  feed.catch(() => undefined);
  let row = 0;
  for await (const value of parser as AsyncIterable<Row>) {
    for (const problem of problems.splice(0)) yield { row: (row += 1), problem: badRow(problem) };
    row += 1;
    yield { row, value };
  }
  for (const problem of problems.splice(0)) yield { row: (row += 1), problem: badRow(problem) };
  await feed;
}

function badRow(message: string): string {
  return /Max Record Size/u.test(message)
    ? '一条记录超过 5 MB，没有读取。请检查引号是否成对'
    : `这条记录格式不对，没有读取（${message.slice(0, 120)}）`;
}

/** What parts the names of the first line. */
function delimiterOf(line: string): string {
  const counts = [',', '\t', ';'].map((sign) => ({ sign, times: line.split(sign).length }));
  return counts.toSorted((one, other) => other.times - one.times)[0]!.sign;
}

/** A name that stands twice would hide the first column of it. */
function uniqueNames(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const bare = name.trim();
    const times = (seen.get(bare) ?? 0) + 1;
    seen.set(bare, times);
    return times === 1 ? bare : `${bare}#${times}`;
  });
}

async function* jsonRows(pieces: AsyncGenerator<JsonPiece>): AsyncGenerator<ReadRow> {
  let row = 0;
  for await (const piece of pieces) {
    row += 1;
    if ('problem' in piece) {
      yield { row, problem: piece.problem };
      continue;
    }
    try {
      const value: unknown = JSON.parse(piece.text);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        yield { row, value: value as Row };
      else yield { row, problem: '这条记录不是一个对象，没有读取' };
    } catch (error) {
      yield {
        row,
        problem: `这条记录不是有效的 JSON（${error instanceof Error ? error.message.slice(0, 120) : ''}）`,
      };
    }
  }
}
