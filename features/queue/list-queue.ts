import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { articleReviews } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { conditionOf } from '@/features/queue/arm-conditions';
import { type Arm, armsOf } from '@/features/queue/arms';
import { foundByWords, readWords } from '@/features/queue/found-by-words';
import { describeRows, type QueueRow } from '@/features/queue/queue-row';
import { reachOf } from '@/features/queue/reach';
import { heapCondition } from '@/features/queue/review-heaps';
import { startOfDay } from '@/lib/dates';
import { isReviewQueue, type Queue } from '@/lib/queue';
import type { QueuePosition, QueueQuestion } from '@/lib/queue-question';

export const articlesPerQueuePage = 50;

export type QueuePage = { rows: QueueRow[]; older: QueuePosition | undefined };

/**
 * A page of a queue, the newest change first (今日发布: the newest publication), of what the editor may see
 * and of nothing else. `older` is where the next page begins, if there is one. For everybody who may see
 * articles somewhere; throws NotAllowedError for others.
 */
export async function listQueue(
  editor: Editor,
  question: QueueQuestion,
  now = new Date(),
): Promise<QueuePage> {
  demandAnywhere(editor, 'viewArticle');
  const { queue, status, personId, sectionId, words = '', before } = question;
  const reach = await reachOf(editor, { isReviewing: queue === 'waiting', sectionId });
  const arms = armsOf({ queue, editorId: editor.id, reach, status, personId, startOfToday: startOfDay(now) });
  const heap = isReviewQueue(queue) ? await heapCondition(editor, queue, now) : undefined;
  const entries = await (heap !== undefined
    ? listHeap(heap, arms, queue, words, before)
    : words.trim() === ''
      ? listArms(arms, queue, before)
      : listFound(arms, queue, words, before));
  const page = entries.slice(0, articlesPerQueuePage);
  const last = page.at(-1);
  return {
    rows: await describeRows(
      page.map(({ id }) => id),
      now,
    ),
    older: entries.length > page.length && last !== undefined ? { at: last.at, id: last.id } : undefined,
  };
}

type Entry = { id: number; at: Date };

const orderOf = (queue: Queue) => (queue === 'today' ? articles.publishedAt : articles.updatedAt);

/** Below a position in the order of the list. The id breaks ties: an import gives many the same instant. */
function isBelow(queue: Queue, before: QueuePosition | undefined): SQL | undefined {
  if (before === undefined) return undefined;
  const order = orderOf(queue);
  return sql`(${order}, ${articles.id}) < (${sql.param(before.at, order)}, ${before.id})`;
}

const columnsOf = (queue: Queue) => ({
  id: articles.id,
  // Neither order is null where it is used; see the conditions of `today`.
  at: sql<Date>`${orderOf(queue)}`.mapWith(articles.updatedAt).as('at'),
});

/** Each arm comes in its order from its index, and SQLite merges them without sorting. */
async function listArms(arms: Arm[], queue: Queue, before: QueuePosition | undefined): Promise<Entry[]> {
  const asked = arms.map((arm) =>
    reader()
      .select(columnsOf(queue))
      .from(articles)
      .where(and(conditionOf(arm, 'list'), isBelow(queue, before))),
  );
  const [first, second, ...rest] = asked;
  if (first === undefined) return [];
  if (second === undefined) {
    return first.orderBy(desc(orderOf(queue)), desc(articles.id)).limit(articlesPerQueuePage + 1);
  }
  return unionAll(first, second, ...rest)
    .orderBy(desc(sql`at`), desc(sql`id`))
    .limit(articlesPerQueuePage + 1);
}

/**
 * Words find articles in no order of time, so what they find is sorted: the one list that costs more the
 * more it finds (measured, see queue-plans.test.ts). Joined crosswise, because SQLite must begin with
 * what was found and not walk through the archive to look for it.
 */
async function listFound(
  arms: Arm[],
  queue: Queue,
  words: string,
  before: QueuePosition | undefined,
): Promise<Entry[]> {
  const found = foundByWords(readWords(words));
  if (found === undefined || arms.length === 0) return [];
  return reader()
    .select(columnsOf(queue))
    .from(found)
    .crossJoin(articles)
    .where(
      and(
        eq(articles.id, found.id),
        or(...arms.map((arm) => conditionOf(arm, 'words'))),
        isBelow(queue, before),
      ),
    )
    .orderBy(desc(orderOf(queue)), desc(articles.id))
    .limit(articlesPerQueuePage + 1);
}

/** The heaps of the chain begin with the few articles that are on their way, and are sorted. */
async function listHeap(
  heap: SQL,
  arms: Arm[],
  queue: Queue,
  words: string,
  before: QueuePosition | undefined,
): Promise<Entry[]> {
  if (arms.length === 0) return [];
  const found = words.trim() === '' ? undefined : foundByWords(readWords(words));
  if (words.trim() !== '' && found === undefined) return [];
  return reader()
    .select(columnsOf(queue))
    .from(articleReviews)
    .crossJoin(articles)
    .where(
      and(
        eq(articles.id, articleReviews.articleId),
        heap,
        or(...arms.map((arm) => conditionOf(arm, 'words'))),
        found && inArray(articleReviews.articleId, reader().select({ id: found.id }).from(found)),
        isBelow(queue, before),
      ),
    )
    .orderBy(desc(orderOf(queue)), desc(articles.id))
    .limit(articlesPerQueuePage + 1);
}
