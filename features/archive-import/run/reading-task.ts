import type { ImportedRecord, ReadPage } from '@/features/archive-import/read-page';
import type { Mapping } from '@/features/archive-import/records/mapping';
import { toReadPage } from '@/features/archive-import/records/to-read-page';
import { wxrMapping } from '@/features/archive-import/records/wxr-mapping';
import type { Row } from '@/features/archive-import/records/read-rows';
import { readPage } from '@/features/archive-import/read-page-bytes';
import { type PreparedArticle, prepareArticle } from '@/features/archive-import/run/prepare-article';
import { isSameHeadline, joinParts } from '@/features/archive-import/sources/join-parts';
import type { Outcome } from '@/lib/problems';

/** What a reading thread is given: a page with its further parts, or some rows of a table. */
export type ReadingTask =
  | {
      kind: 'page';
      place: string;
      fileName: string;
      address?: string;
      /** The folder that stands for the section where the page itself names none. */
      folder: string;
      bytes: Uint8Array;
      /** Pages that by their names are further parts of it. */
      parts: { place: string; fileName: string; bytes: Uint8Array }[];
    }
  | { kind: 'rows'; rows: { place: string; value: Row }[]; isWordPress: boolean };

export type ReadingResult = { place: string } & (
  { ok: true; prepared: PreparedArticle } | { ok: false; reason: string }
);

export type ReadingWishes = { now: Date; publishDoubtful: boolean; mapping: Mapping };

/** Reads what a task holds; never throws, whatever the bytes or rows are. */
export function perform(task: ReadingTask, wishes: ReadingWishes): ReadingResult[] {
  if (task.kind === 'page') return readPages(task, wishes);
  return task.rows.map(({ place, value }) =>
    attempt(place, () => {
      const record = toReadPage(value, task.isWordPress ? wxrMapping : wishes.mapping);
      return record.ok ? prepareArticle(record.value, wishes) : record;
    }),
  );
}

/** A page with its parts; a part that tells another story is a page of its own. */
function readPages(task: ReadingTask & { kind: 'page' }, wishes: ReadingWishes): ReadingResult[] {
  const { place, bytes, parts, fileName, address, folder } = task;
  const strangers: ReadingResult[] = [];
  const first = attempt(place, () => {
    const page = readPage(bytes, { fileName, address });
    if (!page.ok) return page;
    const further: ReadPage[] = [];
    const doubts: string[] = [];
    for (const part of parts) {
      const read = readPage(part.bytes, part);
      if (!read.ok) doubts.push('有一个分页读不出来，正文不全，请核对');
      else if (isSameHeadline(page.value.headline, read.value.headline)) further.push(read.value);
      else strangers.push(attempt(part.place, () => prepareArticle(alone(read.value), wishes)));
    }
    const joined = joinParts(page.value, further);
    const trail = joined.trail.length === 0 && folder !== '' ? [folder] : joined.trail;
    return prepareArticle(alone({ ...joined, trail, doubts: [...joined.doubts, ...doubts] }), wishes);
  });
  return [first, ...strangers];
}

const alone = (page: ReadPage): ImportedRecord => ({ page, tags: [], addresses: [], status: 'published' });

function attempt(place: string, read: () => Outcome<PreparedArticle>): ReadingResult {
  try {
    const outcome = read();
    if (outcome.ok) return { place, ok: true, prepared: outcome.value };
    return { place, ok: false, reason: outcome.problems.map(({ message }) => message).join('，') };
  } catch (error) {
    // Nobody foresaw it; the other pages still get their turn.
    return { place, ok: false, reason: `程序出错：${String(error).slice(0, 200)}` };
  }
}
