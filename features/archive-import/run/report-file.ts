import { closeSync, mkdirSync, openSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ImportResult } from '@/features/archive-import/run/store-batch';
import { articleAddress } from '@/lib/addresses';
import { formatWithOffset } from '@/lib/dates';

export type ReportFile = {
  /** Adds a line for each result, at once; answers how long the file is now, in bytes. */
  write(results: ImportResult[]): number;
  close(): void;
};

/**
 * A report of JSON Lines: one object for each file or row. `keep` bytes of what stands there are true; what a
 * killed run wrote behind them without storing it is cut off. Throws when the file cannot be written.
 */
export function openReport(file: string, siteUrl: string, keep = 0): ReportFile {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, keep === 0 ? 'w' : 'r+');
  truncateSync(file, keep);
  let length = keep;
  return {
    write(results) {
      const text = results.map((one) => `${JSON.stringify(describe(one, siteUrl))}\n`).join('');
      length += writeSync(handle, text, length);
      return length;
    },
    close: () => closeSync(handle),
  };
}

/** The names of the fields are part of what the command promises (docs/import.md). */
function describe(result: ImportResult, siteUrl: string): Record<string, unknown> {
  if (result.outcome === 'refused') return { file: result.place, outcome: 'refused', reason: result.reason };
  const { articleId, isLive, prepared, pictures } = result;
  const { article, publishedAt, trail, doubts, missing, confidence, waitsFor, paths, paragraphCount } =
    prepared;
  return {
    file: result.place,
    outcome: result.outcome,
    ...(articleId > 0 && { articleId, url: siteUrl + articleAddress(articleId) }),
    isLive,
    ...(waitsFor !== '' && { waitsFor }),
    headline: article.headline,
    kicker: article.kicker,
    subheadline: article.subheadline,
    publishedAt: publishedAt === undefined ? null : formatWithOffset(publishedAt),
    section: trail,
    source: article.source?.name ?? '',
    credits: article.credits,
    tags: article.tags ?? [],
    paragraphs: paragraphCount,
    pictures: pictures.map(({ picture, assetId, reason }) => ({
      address: picture.address,
      ...(assetId === undefined ? { reason } : { assetId }),
    })),
    redirects: paths,
    missing,
    doubts,
    confidence,
  };
}
