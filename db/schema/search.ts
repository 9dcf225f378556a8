import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, dayNumber, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';

/**
 * Which row of the full-text index is which article. The number of the row grows with the time of
 * publication, so that the index gives the newest first without sorting, and a span of time is a span of
 * rows; see features/search/index-article.ts.
 */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    ordinal: count('ordinal').primaryKey(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The terms that the article counts for in search_terms, to be counted off when it leaves. */
    terms: json<string[]>('terms').notNull(),
  },
  (table) => [uniqueIndex('search_entries_article_id_unique').on(table.articleId)],
);

/** The portal's own vocabulary, for suggestions: words of live headlines, people, sources, tags. */
export const searchTerms = sqliteTable(
  'search_terms',
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
    uniqueIndex('search_terms_term_unique').on(table.term),
    index('search_terms_pinyin_weight_index').on(table.pinyin, table.weight),
    index('search_terms_initials_weight_index').on(table.initials, table.weight),
  ],
);

/** By which rules the index was made; other rules than the program's own ask for a rebuild. */
export const searchState = sqliteTable('search_state', {
  id: count('id').primaryKey(),
  tokenVersion: count('token_version').notNull(),
  builtAt: instant('built_at').notNull(),
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
