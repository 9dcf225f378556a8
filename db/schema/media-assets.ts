import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, flag, identity, instant, reference, words } from '@/db/columns';
import { editors } from '@/db/schema/editors';

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
    /** Whether AVIF files lie beside the WebP files; pictures of earlier releases and of imports have none. */
    hasAvif: flag('has_avif').notNull().default(false),
    alt: words('alt').notNull().default(''),
    credit: words('credit').notNull().default(''),
    /** Where to look when a layout crops: percent from the left and from the top. */
    focalX: count('focal_x').notNull().default(50),
    focalY: count('focal_y').notNull().default(50),
    /** What the photographer or agency allows, in words. */
    rights: words('rights').notNull().default(''),
    /** As it was called where it came from; never part of a path. */
    fileName: words('file_name').notNull().default(''),
    byteCount: count('byte_count').notNull().default(0),
    /** Null for pictures of the demo newsroom and of imports. */
    uploadedBy: reference('uploaded_by').references(() => editors.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('media_assets_content_hash_unique').on(table.contentHash),
    index('media_assets_uploaded_by_index').on(table.uploadedBy),
    check(
      'media_assets_focal_check',
      sql`${table.focalX} between 0 and 100 and ${table.focalY} between 0 and 100`,
    ),
    check('media_assets_content_hash_check', sql`length(${table.contentHash}) = 64`),
    check(
      'media_assets_original_format_check',
      sql`${table.originalFormat} in ('jpeg', 'png', 'webp', 'gif')`,
    ),
    check('media_assets_has_avif_check', sql`${table.hasAvif} in (0, 1)`),
    check('media_assets_size_check', sql`${table.width} > 0 and ${table.height} > 0`),
  ],
);
