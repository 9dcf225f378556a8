import { sql } from 'drizzle-orm';
import { check, index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { reportStates } from '@/lib/reader-report';

/** What readers report, until and after somebody at the desk has dealt with it. */
export const readerReports = sqliteTable(
  'reader_reports',
  {
    id: identity(),
    /** Null: a tip about something that is no article yet. */
    articleId: reference('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    /** The words that the reader had marked. */
    quote: words('quote').notNull().default(''),
    /** The block of the body in which they stood then, counted from 0. */
    blockIndex: count('block_index'),
    text: words('text').notNull(),
    /** How the reader wants to be reached, if so. */
    contact: words('contact').notNull().default(''),
    /** Stands for the sender's address during one day; tells nobody which it was. */
    sender: words('sender').notNull(),
    createdAt: instant('created_at').notNull(),
    state: choice('state', reportStates).notNull().default('open'),
    closedAt: instant('closed_at'),
    closedBy: reference('closed_by').references(() => editors.id, { onDelete: 'restrict' }),
    note: words('note').notNull().default(''),
  },
  (table) => [
    index('reader_reports_state_index').on(table.state, table.createdAt),
    index('reader_reports_article_id_index').on(table.articleId, table.state),
    index('reader_reports_sender_index').on(table.sender, table.createdAt),
    index('reader_reports_created_at_index').on(table.createdAt),
    index('reader_reports_closed_by_index').on(table.closedBy),
    check('reader_reports_state_check', sql`${table.state} in ('open', 'answered', 'corrected', 'dropped')`),
    check('reader_reports_closed_check', sql`(${table.state} = 'open') = (${table.closedAt} is null)`),
  ],
);
