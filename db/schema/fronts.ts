import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { blockKinds, frontKeys } from '@/lib/block-kind';

/** A front is a page, or the side of one, built from blocks. */
export const fronts = sqliteTable(
  'fronts',
  {
    id: identity(),
    key: choice('key', frontKeys).notNull(),
  },
  (table) => [
    uniqueIndex('fronts_key_unique').on(table.key),
    check('fronts_key_check', sql`${table.key} in ('home', 'article')`),
  ],
);

/** Hand-placed items come first; the newest of the block's section fill what is left of the limit. */
export const blocks = sqliteTable(
  'blocks',
  {
    id: identity(),
    frontId: reference('front_id')
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    kind: choice('kind', blockKinds).notNull(),
    title: words('title').notNull(),
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'restrict' }),
    itemLimit: count('item_limit').notNull(),
    position: count('position').notNull(),
  },
  (table) => [
    index('blocks_front_id_position_index').on(table.frontId, table.position),
    check(
      'blocks_kind_check',
      sql`${table.kind} in ('lead', 'pictures', 'rolling', 'section', 'cityObservation', 'recent')`,
    ),
    check('blocks_item_limit_check', sql`${table.itemLimit} between 1 and 50`),
  ],
);

/**
 * A hand-placed item: an article, or a headline and abstract that lead to no article of ours (the side bar
 * of an imported page). With `shownWithArticleId` it belongs to that article's page alone, so that an
 * imported side bar stays with the page it came from.
 */
export const blockItems = sqliteTable(
  'block_items',
  {
    id: identity(),
    blockId: reference('block_id')
      .notNull()
      .references(() => blocks.id, { onDelete: 'cascade' }),
    position: count('position').notNull(),
    articleId: reference('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    headline: words('headline').notNull().default(''),
    abstract: words('abstract').notNull().default(''),
    shownWithArticleId: reference('shown_with_article_id').references(() => articles.id, {
      onDelete: 'cascade',
    }),
  },
  (table) => [
    index('block_items_block_id_index').on(table.blockId, table.shownWithArticleId, table.position),
    index('block_items_article_id_index').on(table.articleId),
    index('block_items_shown_with_article_id_index').on(table.shownWithArticleId),
    check('block_items_content_check', sql`${table.articleId} is not null or ${table.headline} <> ''`),
  ],
);
