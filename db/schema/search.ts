import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, dayNumber, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';

/**
 * Which row of the full-text index is which article. The number of the row grows with the time of
 * publication, so that the index gives the newest first without sorting, and a span of time is a span of
 * rows; see features/search/index-article.ts.
 */
export const searchEntries = entriesTable('search_entries');

/** Where a rebuild writes; takes the place of the other when it is done (db/search-index.ts). */
export const nextSearchEntries = entriesTable('search_entries_next');

/** The portal's own vocabulary, for suggestions: words of live headlines, people, sources, tags. */
export const searchTerms = termsTable('search_terms');
export const nextSearchTerms = termsTable('search_terms_next');

/** By which rules the index was made; other rules than the program's own ask for a rebuild. */
export const searchState = sqliteTable('search_state', {
  id: count('id').primaryKey(),
  tokenVersion: count('token_version').notNull(),
  builtAt: instant('built_at').notNull(),
  /** Set while a rebuild is under way: what changes meanwhile is written into its tables too. */
  rebuildId: words('rebuild_id'),
});

/** How often readers asked for something on a day, without a trace of who asked. */
export const searchQueries = sqliteTable(
  'search_queries',
  {
    day: dayNumber('day').notNull(),
    query: words('query').notNull(),
    asked: count('asked').notNull(),
    /** How many live articles answered it when it was last asked. */
    found: count('found').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.query] })],
);

function entriesTable(name: string) {
  return sqliteTable(
    name,
    {
      ordinal: count('ordinal').primaryKey(),
      articleId: reference('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      /** The terms that the article counts for in the vocabulary, to be counted off when it leaves. */
      terms: json<string[]>('terms').notNull(),
    },
    (table) => [uniqueIndex(`${name}_article_id_unique`).on(table.articleId)],
  );
}

function termsTable(name: string) {
  return sqliteTable(
    name,
    {
      id: identity(),
      term: words('term').notNull(),
      /** hangzhou and hz for 杭州. */
      pinyin: words('pinyin').notNull(),
      initials: words('initials').notNull(),
      /** How many live articles have it; a row without any is deleted. */
      weight: count('weight').notNull(),
    },
    (table) => [
      uniqueIndex(`${name}_term_unique`).on(table.term),
      index(`${name}_pinyin_weight_index`).on(table.pinyin, table.weight),
      index(`${name}_initials_weight_index`).on(table.initials, table.weight),
    ],
  );
}
