import { sql } from 'drizzle-orm';
import { check, index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { type ImportCounts, importItemStates, type ReadLine, type ReadPicture } from '@/lib/import-run';

/** One `chengxun import`, however often it was interrupted and taken up again. */
export const importRuns = sqliteTable(
  'import_runs',
  {
    id: identity(),
    /** Stands for the sources and wishes: the same command takes up the run that did not end. */
    key: words('key').notNull(),
    sources: json<string[]>('sources').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null while it runs, and of a run that was killed. */
    endedAt: instant('ended_at'),
    counts: json<ImportCounts>('counts').notNull(),
    reportFile: words('report_file').notNull(),
    /** How much of the report belongs to what is stored; what a killed run wrote behind it is cut off. */
    reportBytes: count('report_bytes').notNull().default(0),
  },
  (table) => [
    index('import_runs_key_index').on(table.key),
    check('import_runs_counts_check', sql`json_valid(${table.counts})`),
  ],
);

/**
 * What a run has dealt with, so that it can be taken up again: the first 52 bits of the hash of run and place.
 * Emptied when the run ends; a million places take 20 MB instead of the 150 MB that their names would.
 */
export const importDone = sqliteTable('import_done', { hash: count('hash').primaryKey() });

/** What a person has to look at: pages that were read with doubts, and files from which nothing came. */
export const importItems = sqliteTable(
  'import_items',
  {
    id: identity(),
    runId: reference('run_id')
      .notNull()
      .references(() => importRuns.id, { onDelete: 'cascade' }),
    /** Where it stood: source, folders and file, with the number of the row in a table. */
    place: words('place').notNull(),
    state: choice('state', importItemStates).notNull(),
    articleId: reference('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    /** Why nothing came of it. */
    reason: words('reason').notNull().default(''),
    doubts: json<string[]>('doubts').notNull(),
    missing: json<string[]>('missing').notNull(),
    /** From 0 to 100. */
    confidence: count('confidence').notNull().default(0),
    /** When the page says that it was published; the article gets it when somebody confirms. */
    publishedAt: instant('published_at'),
    /** The page's lines and what each was taken for, for the look side by side. */
    lines: json<ReadLine[]>('lines').notNull(),
    settledAt: instant('settled_at'),
    settledBy: reference('settled_by').references(() => editors.id, { onDelete: 'restrict' }),
  },
  (table) => [
    index('import_items_run_id_index').on(table.runId, table.state, table.id),
    index('import_items_state_index').on(table.state, table.id),
    // A file that is tried again: what was said of it before is replaced.
    index('import_items_place_index').on(table.place, table.state),
    index('import_items_article_id_index').on(table.articleId),
    index('import_items_settled_by_index').on(table.settledBy),
    check('import_items_state_check', sql`${table.state} in ('doubtful', 'refused', 'confirmed', 'dropped')`),
    check('import_items_confidence_check', sql`${table.confidence} between 0 and 100`),
  ],
);

/** Pictures that a page showed and that did not come along: where they are to be had, and their words. */
export const importedPictures = sqliteTable(
  'imported_pictures',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    picture: json<ReadPicture>('picture').notNull(),
    /** Why it was not taken along. */
    reason: words('reason').notNull(),
  },
  (table) => [index('imported_pictures_article_id_index').on(table.articleId)],
);
