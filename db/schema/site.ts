import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';

/**
 * Addresses that once were. The target is the thing, not its address, wherever it is ours: when the thing
 * moves again the redirect still arrives in one hop.
 */
export const redirects = sqliteTable(
  'redirects',
  {
    id: identity(),
    /** Path with leading slash, decoded, and with its query where the old system used one. */
    fromPath: words('from_path').notNull(),
    articleId: reference('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'cascade' }),
    toPath: words('to_path'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('redirects_from_path_unique').on(table.fromPath),
    index('redirects_article_id_index').on(table.articleId),
    index('redirects_section_id_index').on(table.sectionId),
    check('redirects_from_path_check', sql`substr(${table.fromPath}, 1, 1) = '/'`),
    check(
      'redirects_target_check',
      sql`(${table.articleId} is not null) + (${table.sectionId} is not null) + (${table.toPath} is not null) = 1`,
    ),
  ],
);

/** One row a group of settings; lib/site-settings.ts knows their shapes and what stands in for a missing one. */
export const siteSettings = sqliteTable(
  'site_settings',
  {
    key: words('key').primaryKey(),
    value: json<unknown>('value').notNull(),
  },
  (table) => [check('site_settings_value_check', sql`json_valid(${table.value})`)],
);

/** One row. `content_version` says which state of what readers see a cached page was made from. */
export const contentState = sqliteTable(
  'content_state',
  {
    id: count('id').primaryKey(),
    contentVersion: count('content_version').notNull(),
  },
  (table) => [check('content_state_id_check', sql`${table.id} = 1`)],
);
