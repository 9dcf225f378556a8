import { createHash } from 'node:crypto';
import type { ReportFile } from '@/features/archive-import/run/report-file';
import type { ImportSink } from '@/features/archive-import/run/run-import';
import type { ImportResult } from '@/features/archive-import/run/store-batch';

/** Stores nothing, and tells what a run would do. `isKnown`: whether the portal has an article already. */
export function openDryRunSink(
  isKnown: (identity: string) => Promise<boolean>,
  report: ReportFile | undefined,
): ImportSink {
  // Numbers, because a million identities as texts take 100 MB.
  const seen = new Set<number>();
  const sink: ImportSink = {
    takesPictures: false,
    isDone: async () => false,
    isKnown,
    async store(places) {
      const results: ImportResult[] = [];
      for (const one of places) {
        if (!one.ok) {
          results.push({ place: one.place, outcome: 'refused', reason: one.reason });
          continue;
        }
        const { place, prepared, pictures } = one;
        const number = createHash('sha256').update(prepared.identity).digest().readUIntBE(0, 6);
        const outcome = seen.has(number) || (await isKnown(prepared.identity)) ? 'known' : 'added';
        seen.add(number);
        results.push({ place, outcome, articleId: 0, isLive: prepared.waitsFor === '', prepared, pictures });
      }
      report?.write(results);
      return results;
    },
  };
  return sink;
}
