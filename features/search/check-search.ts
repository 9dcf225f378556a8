import { and, count, eq, isNull, notExists, sql } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { searchEntries, searchState } from '@/db/schema/search';
import { searchIndex } from '@/db/search-index';
import { isSearchCurrent } from '@/features/search/rebuild-search';
import { getRootSection } from '@/features/sections/section-tree';

/** What is wrong with the index, a Chinese sentence each; empty when every live article stands in it once and nothing else does. */
export async function problemsOfSearchIndex(): Promise<string[]> {
  const problems: string[] = [];
  if (!(await isSearchCurrent())) problems.push('索引是按旧规则做的。');
  const [state] = await reader().select({ rebuildId: searchState.rebuildId }).from(searchState);
  if (state !== undefined && state.rebuildId !== null) problems.push('有一次重建正在进行，或者没有做完。');
  const root = await getRootSection();
  const [unfindable] = await reader()
    .select({ number: count() })
    .from(listings)
    .leftJoin(searchEntries, eq(searchEntries.articleId, listings.articleId))
    .where(and(eq(listings.sectionId, root.id), isNull(searchEntries.ordinal)));
  if (unfindable!.number > 0) problems.push(`有 ${unfindable!.number} 篇已发布的稿件搜不到。`);
  const [leaking] = await reader()
    .select({ number: count() })
    .from(searchEntries)
    .where(
      notExists(
        reader()
          .select({ id: listings.articleId })
          .from(listings)
          .where(and(eq(listings.articleId, searchEntries.articleId), eq(listings.sectionId, root.id))),
      ),
    );
  if (leaking!.number > 0) problems.push(`有 ${leaking!.number} 篇没有发布的稿件在索引里。`);
  const [rows] = await reader()
    .select({ number: sql<number>`count(*)` })
    .from(searchIndex);
  const [entries] = await reader().select({ number: count() }).from(searchEntries);
  if (rows!.number !== entries!.number) {
    problems.push(`索引有 ${rows!.number} 行，登记的是 ${entries!.number} 行。`);
  }
  return problems;
}
