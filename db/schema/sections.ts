import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, reference, words } from '@/db/columns';
import { sectionKinds } from '@/lib/section-kind';

/** The tree of the portal. Exactly one row has no parent and the empty path: the portal itself. */
export const sections = sqliteTable(
  'sections',
  {
    id: identity(),
    parentId: reference('parent_id').references((): AnySQLiteColumn => sections.id, { onDelete: 'restrict' }),
    /** Without leading slash: `town/express`; the root's is empty. */
    path: words('path').notNull(),
    name: words('name').notNull(),
    kind: choice('kind', sectionKinds).notNull(),
    description: words('description').notNull().default(''),
    position: count('position').notNull().default(0),
  },
  (table) => [
    uniqueIndex('sections_path_unique').on(table.path),
    index('sections_parent_id_position_index').on(table.parentId, table.position),
    check('sections_kind_check', sql`${table.kind} in ('portal', 'subsite', 'section')`),
    check('sections_root_check', sql`(${table.parentId} is null) = (${table.path} = '')`),
  ],
);
