import { and, sql } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { conditionOf } from '@/features/queue/arm-conditions';
import { type Arm, armsOf } from '@/features/queue/arms';
import { reachOf } from '@/features/queue/reach';
import { startOfDay } from '@/lib/dates';
import { greatestCount, type Queue, queues } from '@/lib/queue';

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
    counts.push([
      queue,
      await countArms(armsOf({ queue, editorId: editor.id, reach, startOfToday: startOfDay(now) })),
    ]);
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
