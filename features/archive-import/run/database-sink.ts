import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { writeFailureOf } from '@/db/write-failures';
import type { ReportFile } from '@/features/archive-import/run/report-file';
import type { ImportSink } from '@/features/archive-import/run/run-import';
import { doneHash, findDone, type RunRecord } from '@/features/archive-import/run/run-record';
import { createSectionFinder } from '@/features/archive-import/run/section-finder';
import {
  type BatchTarget,
  type ImportResult,
  type ReadyPlace,
  storeBatch,
} from '@/features/archive-import/run/store-batch';
import type { ImportCounts } from '@/lib/import-run';
import { PlainError } from '@/lib/problems';

export type DatabaseSink = ImportSink & { counts(): ImportCounts };

/** Stores what was read in the open database, and its lines in the report. */
export function openDatabaseSink(run: RunRecord, report: ReportFile, now: Date): DatabaseSink {
  const sections = createSectionFinder();
  let counts = run.counts;

  async function storeAll(places: ReadyPlace[], keys: string[]): Promise<ImportResult[]> {
    const target: BatchTarget = {
      runId: run.id,
      counts,
      sections,
      writeReport: (results) => report.write(results),
      doneHashes: keys.map((key) => doneHash(run.id, key)),
      now,
    };
    const stored = await storeBatch(places, target);
    counts = stored.counts;
    return stored.results;
  }

  return {
    takesPictures: true,
    counts: () => counts,
    async isDone(key) {
      if (!run.isResumed) return false;
      return (await findDone([doneHash(run.id, key)])).size > 0;
    },
    async isKnown(identity) {
      const found = await reader()
        .select({ id: articles.id })
        .from(articles)
        .where(eq(articles.importKey, identity));
      return found.length > 0;
    },
    async store(places, keys) {
      try {
        return await storeAll(places, keys);
      } catch (error) {
        throwIfHopeless(error);
        return storeOneByOne(places, keys);
      }
    },
  };

  /** One of them cannot be stored, and which one nobody knows: the others must not suffer for it. */
  async function storeOneByOne(places: ReadyPlace[], keys: string[]): Promise<ImportResult[]> {
    const results: ImportResult[] = [];
    for (const one of places) {
      try {
        results.push(...(await storeAll([one], [])));
      } catch (error) {
        throwIfHopeless(error);
        const reason = `无法保存：${error instanceof Error ? error.message : String(error)}`;
        results.push(...(await storeAll([{ place: one.place, ok: false, reason }], [])));
      }
    }
    await storeAll([], keys);
    return results;
  }
}

/** A full disk, a lock that nobody gives back: the next article would fare no better. */
function throwIfHopeless(error: unknown): void {
  const isReportFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  const reason = isReportFull ? '磁盘已满，报告无法写入' : writeFailureOf(error);
  if (reason === undefined) return;
  throw new PlainError(`${reason}。已经导入的稿件都已保存；解决后再执行同一个命令，会接着导入。`);
}
