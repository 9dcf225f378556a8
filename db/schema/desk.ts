import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { blocks, fronts } from '@/db/schema/fronts';
import { mediaAssets } from '@/db/schema/media-assets';
import type { ArticleContent } from '@/lib/article-content';
import { articleStatuses } from '@/lib/article-status';
import type { FrontDraft } from '@/lib/front-draft';
import { timelineKinds } from '@/lib/timeline-kind';

/**
 * Every state of an article's text. The newest one is what the desk edits; which one readers see, the
 * article says. Autosaves of one person within a few minutes are one revision whose version grows.
 */
export const revisions = sqliteTable(
  'revisions',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: count('version').notNull(),
    kind: choice('kind', ['autosave', 'save']).notNull(),
    /** Null for texts that came by import. */
    editorId: reference('editor_id').references(() => editors.id, { onDelete: 'restrict' }),
    /** The browser tab that wrote it: whose answer got lost may save again what only this tab has changed. */
    tab: words('tab').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** When readers first saw it; such a revision is kept for good. */
    publishedAt: instant('published_at'),
    content: json<ArticleContent>('content').notNull(),
  },
  (table) => [
    uniqueIndex('revisions_article_id_version_unique').on(table.articleId, table.version),
    index('revisions_editor_id_index').on(table.editorId),
    // What may be forgotten some day (features/versions/prune-revisions.ts).
    index('revisions_kind_saved_at_index').on(table.kind, table.savedAt),
    check('revisions_kind_check', sql`${table.kind} in ('autosave', 'save')`),
    check('revisions_content_check', sql`json_valid(${table.content})`),
  ],
);

/** Who has an article open. A row that was not renewed for half a minute means nothing. */
export const openArticles = sqliteTable(
  'open_articles',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Made by the browser tab: the same person in two tabs is two. */
    tab: words('tab').notNull(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    openedAt: instant('opened_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** When another tab took the article over: this one may no longer save by itself. */
    yieldedAt: instant('yielded_at'),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.tab] }),
    index('open_articles_editor_id_index').on(table.editorId),
    index('open_articles_seen_at_index').on(table.seenAt),
  ],
);

/** What was done, by whom, when, from which state. Triggers refuse to change or delete a row. */
export const timelineEvents = sqliteTable(
  'timeline_events',
  {
    id: identity(),
    kind: choice('kind', timelineKinds).notNull(),
    at: instant('at').notNull(),
    /** No foreign keys: what happened stays true after its objects are gone. Null: the command line. */
    editorId: reference('editor_id'),
    /** The name at that time. */
    editorName: words('editor_name').notNull(),
    articleId: reference('article_id'),
    sectionId: reference('section_id'),
    fromStatus: choice('from_status', articleStatuses),
    toStatus: choice('to_status', articleStatuses),
    version: count('version'),
    /** What it was about, in words: a headline, a section's name, an e-mail address. */
    subject: words('subject').notNull().default(''),
    note: words('note').notNull().default(''),
  },
  (table) => [
    index('timeline_events_article_id_id_index').on(table.articleId, table.id),
    index('timeline_events_editor_id_id_index').on(table.editorId, table.id),
    index('timeline_events_kind_id_index').on(table.kind, table.id),
    index('timeline_events_at_index').on(table.at),
  ],
);

/** A link that shows one unpublished article to outsiders. Only the hash of its token is kept. */
export const previews = sqliteTable(
  'previews',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tokenHash: words('token_hash').notNull(),
    createdBy: reference('created_by')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    uniqueIndex('previews_token_hash_unique').on(table.tokenHash),
    index('previews_article_id_index').on(table.articleId),
    index('previews_created_by_index').on(table.createdBy),
  ],
);

/** A front as it is being arranged; readers see it when it is launched. */
export const frontDrafts = sqliteTable(
  'front_drafts',
  {
    frontId: reference('front_id')
      .primaryKey()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    version: count('version').notNull(),
    editorId: reference('editor_id').references(() => editors.id, { onDelete: 'set null' }),
    savedAt: instant('saved_at').notNull(),
    content: json<FrontDraft>('content').notNull(),
  },
  (table) => [
    index('front_drafts_editor_id_index').on(table.editorId),
    check('front_drafts_content_check', sql`json_valid(${table.content})`),
  ],
);

/**
 * What readers saw before each launch of a front, so that it can be undone: the newest one first, one after
 * the other. Only the last few of a front are kept.
 */
export const frontLaunches = sqliteTable(
  'front_launches',
  {
    id: identity(),
    frontId: reference('front_id')
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    /** Set when one block alone was launched. */
    blockId: reference('block_id').references(() => blocks.id, { onDelete: 'set null' }),
    editorId: reference('editor_id').references(() => editors.id, { onDelete: 'set null' }),
    launchedAt: instant('launched_at').notNull(),
    before: json<FrontDraft>('before').notNull(),
  },
  (table) => [
    index('front_launches_front_id_id_index').on(table.frontId, table.id),
    index('front_launches_block_id_index').on(table.blockId),
    index('front_launches_editor_id_index').on(table.editorId),
    check('front_launches_before_check', sql`json_valid(${table.before})`),
  ],
);

/** Which articles' texts show a picture, live or as drafts; kept by every save. */
export const mediaUses = sqliteTable(
  'media_uses',
  {
    assetId: reference('asset_id')
      .notNull()
      .references(() => mediaAssets.id, { onDelete: 'restrict' }),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.assetId, table.articleId] }),
    index('media_uses_article_id_index').on(table.articleId),
  ],
);
