import { createHash } from 'node:crypto';
import type { Editor } from '@/features/access/editor';
import { countQueues } from '@/features/queue/count-queues';
import { listQueue, type QueuePage } from '@/features/queue/list-queue';
import type { Queue } from '@/lib/queue';
import type { QueueQuestion } from '@/lib/queue-question';

export type QueueView = QueuePage & {
  counts: Record<Queue, number>;
  /** Changes whenever something changes that the page shows; says nothing of it to whoever reads it. */
  mark: string;
  /** The instant from which ages are told. */
  now: Date;
};

/** Everything that the queue's page shows of the articles. Throws NotAllowedError as listQueue() does. */
export async function getQueueView(
  editor: Editor,
  question: QueueQuestion,
  now = new Date(),
): Promise<QueueView> {
  const page = await listQueue(editor, question, now);
  const counts = await countQueues(editor, now);
  const shown = JSON.stringify([counts, page]);
  const mark = createHash('sha256').update(shown).digest('base64url').slice(0, 22);
  return { ...page, counts, mark, now };
}
