import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { articleStatuses } from '@/lib/article-status';

/** What is to happen to an article at a time, and what came of it. */
export const schedules = sqliteTable(
  'schedules',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    kind: choice('kind', ['publish', 'unpublish']).notNull(),
    /** The text that was looked at when the time was set; no other one is published. */
    version: count('version'),
    dueAt: instant('due_at').notNull(),
    /** In which the time was given, an IANA name; the instant does not depend on it. */
    zone: words('zone').notNull(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    /** Where the article stood before, to be put back when the time is cancelled. */
    fromStatus: choice('from_status', articleStatuses).notNull(),
    state: choice('state', ['waiting', 'done', 'failed', 'cancelled']).notNull().default('waiting'),
    endedAt: instant('ended_at'),
    /** Why it failed, in words for the desk. */
    failure: words('failure').notNull().default(''),
    /** Set when somebody has seen that it was late or failed. */
    acknowledgedAt: instant('acknowledged_at'),
  },
  (table) => [
    index('schedules_state_due_at_index').on(table.state, table.dueAt),
    index('schedules_article_id_index').on(table.articleId, table.state),
    index('schedules_editor_id_index').on(table.editorId),
    uniqueIndex('schedules_waiting_unique')
      .on(table.articleId, table.kind)
      .where(sql`${table.state} = 'waiting'`),
    // Those that the desk has to show until somebody has seen them.
    index('schedules_unseen_index')
      .on(table.dueAt)
      .where(sql`${table.acknowledgedAt} is null and ${table.state} in ('done', 'failed')`),
    check('schedules_kind_check', sql`${table.kind} in ('publish', 'unpublish')`),
    check('schedules_state_check', sql`${table.state} in ('waiting', 'done', 'failed', 'cancelled')`),
    check('schedules_version_check', sql`(${table.kind} = 'publish') = (${table.version} is not null)`),
  ],
);

/** Work that one process at a time does. Whoever holds the newest epoch may; the others wait for its end. */
export const leases = sqliteTable('leases', {
  name: words('name').primaryKey(),
  holder: words('holder').notNull(),
  /** Grows with every new holder: what an old one still writes is refused. */
  epoch: count('epoch').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
