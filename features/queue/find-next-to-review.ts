import type { Editor } from '@/features/access/editor';
import { listQueue } from '@/features/queue/list-queue';

/** The article that waits for this editor next, after the one that is open. Undefined: nothing waits. */
export async function findNextToReview(
  editor: Editor,
  articleId: number,
  now = new Date(),
): Promise<number | undefined> {
  const { rows } = await listQueue(editor, { queue: 'toReview' }, now);
  // The list begins with the newest change; the one below goes on, and after the last the first comes again.
  const here = rows.findIndex(({ id }) => id === articleId);
  const next = rows[here + 1] ?? rows[0];
  return next?.id === articleId ? undefined : next?.id;
}
