import { sql } from 'drizzle-orm';
import { check, index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { identity, instant, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';

/** What the newsroom says it got wrong in a live article, dated, for readers. Never changed, only taken back. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    text: words('text').notNull(),
    publishedAt: instant('published_at').notNull(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    /** Set when the correction itself was wrong: readers see it no more, the record stays. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('corrections_article_id_index').on(table.articleId, table.publishedAt),
    index('corrections_published_at_index').on(table.publishedAt, table.id),
    index('corrections_editor_id_index').on(table.editorId),
    check('corrections_text_check', sql`${table.text} <> ''`),
  ],
);
