import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { articleReviews } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { conditionOf } from '@/features/queue/arm-conditions';
import { type Arm, armsOf } from '@/features/queue/arms';
import { reachOf } from '@/features/queue/reach';
import { heapCondition } from '@/features/queue/review-heaps';
import { startOfDay } from '@/lib/dates';
import { greatestCount, isReviewQueue, type Queue, queues } from '@/lib/queue';

/**
 * How many articles listQueue() would list for each queue without filters. Nobody needs to know more than
 * 9,999 exactly: counting ends at 10,000, which stands for more, so that a count costs the same in an
 * archive of any size. Throws NotAllowedError for whoever may see no articles.
 */
export async function countQueues(editor: Editor, now = new Date()): Promise<Record<Queue, number>> {
  demandAnywhere(editor, 'viewArticle');
  const viewing = await reachOf(editor);
  const reviewing = await reachOf(editor, { isReviewing: true });
  const counts: [Queue, number][] = [];
  for (const queue of queues) {
    const reach = queue === 'waiting' ? reviewing : viewing;
    const arms = armsOf({ queue, editorId: editor.id, reach, startOfToday: startOfDay(now) });
    const heap = isReviewQueue(queue) ? await heapCondition(editor, queue, now) : undefined;
    counts.push([queue, await (heap === undefined ? countArms(arms) : countHeap(heap, arms))]);
  }
  return Object.fromEntries(counts) as Record<Queue, number>;
}

async function countArms(arms: Arm[]): Promise<number> {
  let total = 0;
  for (const arm of arms) {
    if (total > greatestCount) break;
    const rows = reader()
      .select({ one: sql`1`.as('one') })
      .from(articles)
      .where(and(conditionOf(arm, 'count')))
      .limit(greatestCount + 1)
      .as('counted');
    total += await reader().$count(rows);
  }
  return Math.min(total, greatestCount + 1);
}

/** In one go: an article on its way lies in one arm of its heap, and they are few. */
async function countHeap(heap: SQL, arms: Arm[]): Promise<number> {
  if (arms.length === 0) return 0;
  const rows = reader()
    .select({ one: sql`1`.as('one') })
    .from(articleReviews)
    .crossJoin(articles)
    .where(
      and(
        eq(articles.id, articleReviews.articleId),
        heap,
        or(...arms.map((arm) => conditionOf(arm, 'words'))),
      ),
    )
    .limit(greatestCount + 1)
    .as('counted');
  return reader().$count(rows);
}
