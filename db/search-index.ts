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

/**
 * The same for what is not live: drafts, texts in review, what was taken off the site. A table of its own,
 * so that no question of a reader can ever touch an unpublished word.
 */
export const deskSearchIndex = sqliteTable('desk_search_index', {
  articleId: count('rowid').primaryKey(),
  headline: words('headline').notNull(),
  body: words('body').notNull(),
});

type Phrase = { tokens: string[]; isPrefix: boolean };

/** The condition that an index row holds every phrase. Phrases consist of tokens, never of a person's input. */
export function matches(phrases: Phrase[]): SQL {
  return sql`search_index match ${expressionOf(phrases)}`;
}

export function deskMatches(phrases: Phrase[]): SQL {
  return sql`desk_search_index match ${expressionOf(phrases)}`;
}

function expressionOf(phrases: Phrase[]): string {
  return phrases
    .map(({ tokens, isPrefix }) => `"${tokens.join(' ').replaceAll('"', '')}"${isPrefix ? '*' : ''}`)
    .join(' AND ');
}

/** Best first: a headline hit weighs ten body hits (bm25 is smaller for better rows). */
export const relevance = sql<number>`bm25(search_index, 10.0, 1.0)`;
