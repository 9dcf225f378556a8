import { type SQL, sql } from 'drizzle-orm';
import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, words } from '@/db/columns';

/**
 * The full-text index: an FTS5 table without content of its own, made by a migration written by hand.
 * Stands outside db/schema because drizzle-kit would make an ordinary table of it.
 */
export const searchIndex = sqliteTable('search_index', {
  articleId: count('rowid').primaryKey(),
  headline: words('headline').notNull(),
  body: words('body').notNull(),
});

/** The condition that an index row holds every phrase. Phrases consist of tokens, never of a person's input. */
export function matches(phrases: { tokens: string[]; isPrefix: boolean }[]): SQL {
  const expression = phrases
    .map(({ tokens, isPrefix }) => `"${tokens.join(' ').replaceAll('"', '')}"${isPrefix ? '*' : ''}`)
    .join(' AND ');
  return sql`search_index match ${expression}`;
}

/** Best first: a headline hit weighs ten body hits (bm25 is smaller for better rows). */
export const relevance = sql<number>`bm25(search_index, 10.0, 1.0)`;
