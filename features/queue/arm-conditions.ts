import { and, type AnyColumn, eq, gte, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { articles } from '@/db/schema/articles';
import type { Arm } from '@/features/queue/arms';

/** What an arm is read by; everything else it asks for is looked at on the way. */
type Way =
  'words' | 'changed' | 'publishedAt' | 'assignee' | 'createdBy' | 'status' | 'updatedAt' | 'section';

export type ReadFor = 'list' | 'count' | 'words';

/**
 * Where an arm's articles are. SQLite keeps no statistics of a newsroom's tables and would now and then
 * choose an index that finds rows but not their order (then it sorts all of them); so the way is chosen
 * here, and every other column stands where no index can be used for it.
 */
export function conditionOf(arm: Arm, readFor: ReadFor): SQL | undefined {
  const way = wayOf(arm, readFor);
  const by = (ways: Way[], column: AnyColumn) => (ways.includes(way) ? sql`${column}` : beside(column));
  const { status, isChanged, since, createdBy, notCreatedBy, assigneeId, sectionIds } = arm;
  return and(
    isChanged ? hasWaitingChanges : undefined,
    isChanged || status === undefined
      ? undefined
      : eq(by(['status', 'assignee', 'createdBy'], articles.status), status),
    since && gte(by(['publishedAt'], articles.publishedAt), sql.param(since, articles.publishedAt)),
    createdBy === undefined ? undefined : eq(by(['createdBy'], articles.createdBy), createdBy),
    notCreatedBy === undefined
      ? undefined
      : or(isNull(beside(articles.createdBy)), ne(beside(articles.createdBy), notCreatedBy)),
    assigneeId === undefined ? undefined : eq(by(['assignee'], articles.assigneeId), assigneeId),
    sectionIds && inArray(by(['section'], articles.sectionId), sectionIds),
  );
}

/** SQLite's own way to keep an index from being used; an engine with statistics does without. */
function beside(column: AnyColumn): SQL {
  return sql`+${column}`;
}

/**
 * Readers see an older text than the desk. The comparison stands as it does in articles_changed_index, and
 * the status beside it: the partial index is only taken for its very condition, and not where another fits.
 */
export const hasWaitingChanges = sql`(${articles.version} > ${articles.publishedVersion} and ${beside(articles.status)} = 'published')`;

function wayOf({ status, isChanged, since, createdBy, assigneeId, sectionIds }: Arm, readFor: ReadFor): Way {
  if (readFor === 'words') return 'words';
  if (isChanged) return 'changed';
  if (since !== undefined) return 'publishedAt';
  // Publishing takes the assignee away, so these are always few; what somebody began grows for ever.
  if (assigneeId !== undefined) return 'assignee';
  if (createdBy !== undefined) return 'createdBy';
  if (status !== undefined) return 'status';
  return readFor === 'count' && sectionIds !== undefined ? 'section' : 'updatedAt';
}
