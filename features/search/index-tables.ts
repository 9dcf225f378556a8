import type { Reader } from '@/db/client';
import {
  nextSearchEntries,
  nextSearchTerms,
  searchEntries,
  searchState,
  searchTerms,
} from '@/db/schema/search';
import { deskSearchIndex, nextDeskSearchIndex, nextSearchIndex, searchIndex } from '@/db/search-index';

const liveTables = {
  index: searchIndex,
  drafts: deskSearchIndex,
  entries: searchEntries,
  terms: searchTerms,
};

/** Of use to a rebuild alone. */
export const nextTables: IndexTables = {
  index: nextSearchIndex,
  drafts: nextDeskSearchIndex,
  entries: nextSearchEntries,
  terms: nextSearchTerms,
};

export type IndexTables = typeof liveTables;

/**
 * Where a change of an article has to be written: the tables that are searched and, while a rebuild is under
 * way, those that will take their place.
 */
export async function tablesInUse(q: Reader): Promise<IndexTables[]> {
  const [state] = await q.select({ rebuildId: searchState.rebuildId }).from(searchState);
  return state === undefined || state.rebuildId === null ? [liveTables] : [liveTables, nextTables];
}
