import { createHash } from 'node:crypto';
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { importDone, importRuns } from '@/db/schema/imports';
import { type ImportCounts, noImportCounts } from '@/lib/import-run';

export type RunRecord = {
  id: number;
  counts: ImportCounts;
  reportFile: string;
  reportBytes: number;
  /** Taken up again after it was killed. */
  isResumed: boolean;
};

/** What makes two runs the same work: the same sources, read in the same way. */
export function runKey(sources: string[], wishes: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([sources, wishes]))
    .digest('hex');
}

/** The run with this key that never ended, or a new one. */
export async function beginRun(
  { key, sources, reportFile }: { key: string; sources: string[]; reportFile: (id: number) => string },
  now: Date,
): Promise<RunRecord> {
  return tx(async (q) => {
    const [open] = await q
      .select()
      .from(importRuns)
      .where(and(eq(importRuns.key, key), isNull(importRuns.endedAt)))
      .orderBy(desc(importRuns.id))
      .limit(1);
    if (open !== undefined) {
      const { id, counts, reportFile: file, reportBytes } = open;
      return { id, counts, reportFile: file, reportBytes, isResumed: counts.read > 0 };
    }
    const [added] = await q
      .insert(importRuns)
      .values({ key, sources, startedAt: now, counts: noImportCounts, reportFile: '' })
      .returning({ id: importRuns.id });
    const { id } = added!;
    await q
      .update(importRuns)
      .set({ reportFile: reportFile(id) })
      .where(eq(importRuns.id, id));
    return { id, counts: noImportCounts, reportFile: reportFile(id), reportBytes: 0, isResumed: false };
  });
}

/** The run is over; what it has dealt with need not be remembered, unless another one is still under way. */
export async function endRun(runId: number, now: Date): Promise<void> {
  await tx(async (q) => {
    await q.update(importRuns).set({ endedAt: now }).where(eq(importRuns.id, runId));
    const [open] = await q.select({ runs: count() }).from(importRuns).where(isNull(importRuns.endedAt));
    if (open!.runs === 0) await q.delete(importDone);
  });
}

/** Stands for a place of a run: 52 bits of a hash, which one number of the database holds. */
export function doneHash(runId: number, place: string): number {
  const digest = createHash('sha256').update(`${runId}\n${place}`).digest();
  return digest.readUIntBE(0, 6) * 16 + (digest[6]! >> 4);
}

/** Which of these have been dealt with. */
export async function findDone(hashes: number[]): Promise<Set<number>> {
  const found = await reader().select().from(importDone).where(inArray(importDone.hash, hashes));
  return new Set(found.map(({ hash }) => hash));
}
