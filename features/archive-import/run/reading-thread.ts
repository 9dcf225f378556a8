import { parentPort, workerData } from 'node:worker_threads';
import { perform, type ReadingTask, type ReadingWishes } from '@/features/archive-import/run/reading-task';

/*
 * A thread that reads pages: reading takes most of the time of an import, and storing must not wait for it.
 * Messages in: ReadingTask; out: its results, in the order of the tasks.
 */
const wishes = workerData as ReadingWishes;
parentPort!.on('message', (task: ReadingTask) => {
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort!.postMessage(perform(task, wishes));
});
