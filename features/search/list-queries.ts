import { and, desc, eq, gte, sum, max } from 'drizzle-orm';
import { reader } from '@/db/client';
import { searchQueries } from '@/db/schema/search';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { dayNumberOf } from '@/lib/dates';

export type CountedQuery = { query: string; asked: number; found: number };

const mostListed = 50;

/** What readers asked for in the last days, the most frequent first; all of it, or what found nothing. */
export async function listQueries(
  editor: Editor,
  { days, isWithoutResult = false }: { days: number; isWithoutResult?: boolean },
  now = new Date(),
): Promise<CountedQuery[]> {
  demandAnywhere(editor, 'viewArticle');
  const since = gte(searchQueries.day, dayNumberOf(now) - days + 1);
  const rows = await reader()
    .select({
      query: searchQueries.query,
      asked: sum(searchQueries.asked).mapWith(Number),
      found: max(searchQueries.found),
    })
    .from(searchQueries)
    .where(isWithoutResult ? and(since, eq(searchQueries.found, 0)) : since)
    .groupBy(searchQueries.query)
    .orderBy(desc(sum(searchQueries.asked)), searchQueries.query)
    .limit(mostListed);
  return rows.map(({ found, ...row }) => ({ ...row, found: found ?? 0 }));
}
