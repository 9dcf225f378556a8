import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { searchEntries } from '@/db/schema/search';
import { sections } from '@/db/schema/sections';
import { matches, searchIndex } from '@/db/search-index';
import { readSearchQuery } from '@/features/search/read-search-query';

/** Counting looks at the newest so many hits: a word that half of a million articles hold is counted in time. */
export const mostCounted = 1000;

export type SearchCounts = {
  /** At most `mostCounted`. */
  total: number;
  /** The sections directly below the portal in which hits stand, the fullest first. */
  sections: { path: string; name: string; count: number }[];
};

/** How many live articles answer a query, in all and by section. */
export async function countSearchSections(query: string): Promise<SearchCounts> {
  const parsed = await readSearchQuery(query);
  if (parsed.wanted.length === 0) return { total: 0, sections: [] };
  const hits = reader()
    .select({ ordinal: searchIndex.ordinal })
    .from(searchIndex)
    .where(matches(parsed))
    .orderBy(desc(searchIndex.ordinal))
    .limit(mostCounted)
    .as('hits');
  const [all] = await reader().select({ total: count() }).from(hits);
  const bySection = await reader()
    .select({ path: sections.path, name: sections.name, count: count() })
    .from(hits)
    .innerJoin(searchEntries, eq(searchEntries.ordinal, hits.ordinal))
    .innerJoin(listings, eq(listings.articleId, searchEntries.articleId))
    .innerJoin(sections, and(eq(sections.id, listings.sectionId), isNotNull(sections.parentId)))
    .groupBy(sections.id)
    .orderBy(desc(count()), sections.id);
  const top = bySection.filter(({ path }) => !path.includes('/'));
  return {
    total: all?.total ?? 0,
    sections: top.map(({ path, name, count: hitCount }) => ({ path, name, count: hitCount })),
  };
}
