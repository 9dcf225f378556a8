import { sql } from 'drizzle-orm';
import { check, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, words } from '@/db/columns';

/** One picture, however often it is used. Its files are addressed by the content hash, see features/media. */
export const mediaAssets = sqliteTable(
  'media_assets',
  {
    id: identity(),
    /** SHA-256 of the original, hexadecimal. */
    contentHash: words('content_hash').notNull(),
    originalFormat: choice('original_format', ['jpeg', 'png', 'webp', 'gif']).notNull(),
    width: count('width').notNull(),
    height: count('height').notNull(),
    alt: words('alt').notNull().default(''),
    credit: words('credit').notNull().default(''),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('media_assets_content_hash_unique').on(table.contentHash),
    check('media_assets_content_hash_check', sql`length(${table.contentHash}) = 64`),
    check(
      'media_assets_original_format_check',
      sql`${table.originalFormat} in ('jpeg', 'png', 'webp', 'gif')`,
    ),
    check('media_assets_size_check', sql`${table.width} > 0 and ${table.height} > 0`),
  ],
);
