import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, identity, instant, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { noticeKinds } from '@/lib/notice-kind';

/** What one person is told about one article. */
export const notices = sqliteTable(
  'notices',
  {
    id: identity(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    kind: choice('kind', noticeKinds).notNull(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The headline at that time. */
    subject: words('subject').notNull(),
    /** Who did what and why, in a sentence. */
    text: words('text').notNull(),
    /** Names what is told once only, such as one due time. */
    occasion: words('occasion'),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    index('notices_editor_id_index').on(table.editorId, table.id),
    index('notices_unseen_index')
      .on(table.editorId)
      .where(sql`${table.seenAt} is null`),
    index('notices_article_id_index').on(table.articleId),
    index('notices_at_index').on(table.at),
    uniqueIndex('notices_occasion_unique').on(table.editorId, table.occasion),
    check(
      'notices_kind_check',
      sql`${table.kind} in ('sent', 'returned', 'due', 'late', 'takenOver', 'missed')`,
    ),
  ],
);
