import { Worker } from 'node:worker_threads';
import type { ReadingResult, ReadingTask, ReadingWishes } from '@/features/archive-import/run/reading-task';

export type ReadingPool = {
  /** Resolves when the task is read; a thread that died or hung over it answers with a refusal. */
  read(task: ReadingTask): Promise<ReadingResult[]>;
  close(): Promise<void>;
};

/** The slowest page that is any good takes some hundred milliseconds. */
const patience = 30_000;

type Waiting = { task: ReadingTask; resolve: (results: ReadingResult[]) => void };

/** Threads that read pages. Each has one task at a time; a page that kills or stops its thread harms no other. */
export function openReadingPool(threadCount: number, wishes: ReadingWishes): ReadingPool {
  const waiting: Waiting[] = [];
  const threads = new Set<Worker>();
  let isClosed = false;

  function start(): void {
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: wishes,
      execArgv: ['--import', 'tsx'],
      // Without limits two threads let their garbage lie until they hold 300 MB; with these they are as fast.
      resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 },
    });
    threads.add(thread);
    let current: Waiting | undefined;
    let timer: NodeJS.Timeout | undefined;

    function next(): void {
      current = waiting.shift();
      if (current === undefined) {
        idle.push(next);
        return;
      }
      timer = setTimeout(() => void thread.terminate(), patience);
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      thread.postMessage(current.task);
    }
    thread.on('message', (results: ReadingResult[]) => {
      clearTimeout(timer);
      current?.resolve(results);
      next();
    });
    // `exit` follows.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      clearTimeout(timer);
      threads.delete(thread);
      const place = idle.indexOf(next);
      if (place !== -1) idle.splice(place, 1);
      current?.resolve(placesOf(current.task).map((one) => ({ place: one, ok: false, reason: unreadable })));
      if (!isClosed) start();
    });
    next();
  }

  const idle: (() => void)[] = [];
  for (let index = 0; index < threadCount; index += 1) start();
  return {
    read: (task) =>
      new Promise((resolve) => {
        waiting.push({ task, resolve });
        idle.shift()?.();
      }),
    async close() {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

const unreadable = '读取时用的时间或内存太多，没有导入。请确认这是一个稿件页面';

function placesOf(task: ReadingTask): string[] {
  return task.kind === 'page' ? [task.place] : task.rows.map(({ place }) => place);
}
