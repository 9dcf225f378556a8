import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readPage } from '@/features/archive-import/read-page-bytes';
import { loadPreset } from '@/features/archive-import/records/mapping';
import { openDatabaseSink } from '@/features/archive-import/run/database-sink';
import { runImport } from '@/features/archive-import/run/run-import';
import { beginRun, endRun } from '@/features/archive-import/run/run-record';
import type { ImportResult } from '@/features/archive-import/run/store-batch';

/** Reads one file by itself, as the command's threads do. */
export async function readPageFile(file: string): Promise<ReadPage> {
  const read = readPage(await readFile(file), { fileName: path.basename(file) });
  if (!read.ok) throw new Error(`${file}：${read.problems.map(({ message }) => message).join('，')}`);
  return read.value;
}

/** Imports sources as the command does, threads included, into the database of the test. */
export async function importSources(
  sources: string[],
  options: { now?: Date; mapping?: Awaited<ReturnType<typeof loadPreset>>; publishDoubtful?: boolean } = {},
): Promise<ImportResult[]> {
  const now = options.now ?? new Date();
  const run = await beginRun({ key: crypto.randomUUID(), sources, reportFile: () => '' }, now);
  const results: ImportResult[] = [];
  const sink = openDatabaseSink(run, { write: () => 0, close: () => undefined }, now);
  await runImport(
    {
      sources: sources.map((source) => ({ name: source, path: source })),
      mapping: options.mapping ?? (await loadPreset('generic')),
      addresses: new Map(),
      publishDoubtful: options.publishDoubtful ?? false,
      threadCount: 1,
      now,
    },
    sink,
    { stored: (some) => results.push(...some) },
  );
  await endRun(run.id, now);
  return results;
}

export type ImportedPage = { articleId: number; isNew: boolean; isLive: boolean };

/** Imports one file; throws with its name and the reason when nothing came of it. */
export async function importPageFile(file: string, now = new Date()): Promise<ImportedPage> {
  const [result] = await importSources([file], { now });
  if (result === undefined || result.outcome === 'refused') {
    throw new Error(`${file}：${result === undefined ? '' : result.reason}`);
  }
  const { articleId, isLive, outcome } = result;
  return { articleId, isLive, isNew: outcome === 'added' };
}
