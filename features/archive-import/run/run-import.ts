import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Work, findWork } from '@/features/archive-import/run/find-work';
import { placePictures } from '@/features/archive-import/run/place-pictures';
import { openReadingPool, type ReadingPool } from '@/features/archive-import/run/reading-pool';
import type { ReadingResult } from '@/features/archive-import/run/reading-task';
import type { ImportResult, ReadyPlace } from '@/features/archive-import/run/store-batch';
import type { Mapping } from '@/features/archive-import/records/mapping';
import { openSource } from '@/features/archive-import/sources/open-source';
import type { Source } from '@/features/archive-import/sources/source';
import { PlainError } from '@/lib/problems';

export type ImportOrder = {
  /** Absolute paths with the names that the person wrote. */
  sources: { name: string; path: string }[];
  mapping: Mapping;
  /** Addresses by paths inside the sources. */
  addresses: ReadonlyMap<string, string>;
  publishDoubtful: boolean;
  threadCount: number;
  now: Date;
};

/** Where what was read goes: into the database, or nowhere in a dry run. */
export type ImportSink = {
  isDone(key: string): Promise<boolean>;
  /** Whether the article is there already, so that its pictures need not be looked at. */
  isKnown(identity: string): Promise<boolean>;
  /** Takes a batch in; `keys` name what is dealt with thereby. */
  store(places: ReadyPlace[], keys: string[]): Promise<ImportResult[]>;
  takesPictures: boolean;
};

export type ImportListener = {
  /** A source was opened; undefined where nobody knows how many files it has. */
  opened?(total: number | undefined): void;
  stored?(results: ImportResult[]): void;
};

/** Articles of one transaction: an editor's save waits for it. */
const batchSize = 400;

/** Tasks that are read or wait to be: enough to keep the threads busy, few enough to need no memory. */
const tasksPerThread = 4;

/** Reads all sources and gives what was read to the sink, batch by batch. A bad file never stops the rest. */
export async function runImport(
  order: ImportOrder,
  sink: ImportSink,
  listener: ImportListener = {},
): Promise<void> {
  const { mapping, publishDoubtful, now, threadCount } = order;
  const pool = openReadingPool(threadCount, { now, publishDoubtful, mapping });
  try {
    const batches = collectBatches(sink, listener);
    for (const { name, path } of order.sources)
      await importSource(name, path, { order, sink, pool, batches, listener });
    await batches.finish();
  } finally {
    await pool.close();
  }
}

type Parts = {
  order: ImportOrder;
  sink: ImportSink;
  pool: ReadingPool;
  batches: ReturnType<typeof collectBatches>;
  listener: ImportListener;
};

async function importSource(name: string, path: string, parts: Parts): Promise<void> {
  const { batches, listener, order, sink } = parts;
  let source: Source;
  try {
    source = await openSource(path, name);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    listener.opened?.(1);
    // Not dealt with for good: it may be there when the command is given again.
    await batches.add([{ place: name, ok: false, reason: error.message }], []);
    return;
  }
  try {
    listener.opened?.(source.total);
    await readAll(source, findWork(source, { ...order, isDone: (key) => sink.isDone(key) }), parts);
  } finally {
    await source.close();
  }
}

async function readAll(source: Source, works: AsyncGenerator<Work>, parts: Parts): Promise<void> {
  const { pool, batches, sink, order } = parts;
  const running = new Set<Promise<void>>();
  let failure: unknown;
  for await (const work of works) {
    if (failure !== undefined) break;
    if (work.kind === 'refused') {
      await batches.add([{ place: work.place, ok: false, reason: work.reason }], [work.key]);
      continue;
    }
    if (work.kind === 'archive') {
      await Promise.all(running);
      await importSource(work.place, work.file, parts);
      continue;
    }
    const done = pool
      .read(work.task)
      .then((results) => withPictures(results, work.path, source, sink))
      .then((places) => batches.add(places, [work.key]))
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => running.delete(done));
    running.add(done);
    while (running.size >= order.threadCount * tasksPerThread) await Promise.race(running);
    // Storing is one long turn after the other; answers of the threads come in between.
    await nextTurn();
  }
  await Promise.all(running);
  if (failure !== undefined) throw failure;
}

async function withPictures(
  results: ReadingResult[],
  pagePath: string,
  source: Source,
  sink: ImportSink,
): Promise<ReadyPlace[]> {
  const places: ReadyPlace[] = [];
  for (const result of results) {
    if (!result.ok) {
      places.push(result);
      continue;
    }
    const { pictures, identity } = result.prepared;
    const isWanted = pictures.length > 0 && sink.takesPictures && !(await sink.isKnown(identity));
    const placed = isWanted
      ? await placePictures(source, pagePath, pictures)
      : pictures.map((picture) => ({ picture, reason: '' }));
    places.push({ ...result, pictures: placed });
  }
  return places;
}

/** Gathers what was read and stores it in batches, one after the other; whoever adds waits when too much is open. */
function collectBatches(sink: ImportSink, listener: ImportListener) {
  let places: ReadyPlace[] = [];
  let keys: string[] = [];
  let storing: Promise<void> = Promise.resolve();

  function store(): void {
    const batch = { places, keys };
    [places, keys] = [[], []];
    storing = storing.then(async () => {
      listener.stored?.(await sink.store(batch.places, batch.keys));
    });
    // Whoever adds next or finishes hears of it.
    storing.catch(() => undefined);
  }
  return {
    async add(some: ReadyPlace[], someKeys: string[]): Promise<void> {
      for (const place of some) places.push(place);
      keys.push(...someKeys);
      if (places.length < batchSize) return;
      const before = storing;
      store();
      await before;
    },
    async finish(): Promise<void> {
      store();
      await storing;
    },
  };
}
