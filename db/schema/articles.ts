import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, dayNumber, identity, instant, json, reference, words } from '@/db/columns';
import { editors } from '@/db/schema/editors';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import type { ArticleBody } from '@/lib/article-body';
import { articleStatuses } from '@/lib/article-status';
import { contributorRoles } from '@/lib/contributor-role';

/** Where an article was taken from: a newspaper, an agency, a bureau. */
export const sources = sqliteTable(
  'sources',
  {
    id: identity(),
    name: words('name').notNull(),
    url: words('url'),
  },
  (table) => [uniqueIndex('sources_name_unique').on(table.name)],
);

export const articles = sqliteTable(
  'articles',
  {
    id: identity(),
    status: choice('status', articleStatuses).notNull().default('draft'),
    /** Raised by every save; a save that started from another version is refused. */
    version: count('version').notNull().default(1),
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'restrict' }),
    headline: words('headline').notNull(),
    kicker: words('kicker').notNull().default(''),
    subheadline: words('subheadline').notNull().default(''),
    shortHeadline: words('short_headline').notNull().default(''),
    abstract: words('abstract').notNull().default(''),
    characterCount: count('character_count').notNull().default(0),
    coverAssetId: reference('cover_asset_id').references(() => mediaAssets.id, { onDelete: 'restrict' }),
    sourceId: reference('source_id').references(() => sources.id, { onDelete: 'restrict' }),
    originalHeadline: words('original_headline').notNull().default(''),
    originalUrl: words('original_url').notNull().default(''),
    /** The copyright line that came with an imported page; shown above the portal's own. */
    copyrightNotice: words('copyright_notice').notNull().default(''),
    /** What readers see as the time of publication; kept when the article is updated. */
    publishedAt: instant('published_at'),
    /** The last edit that readers can see, null while there was none since publication. */
    modifiedAt: instant('modified_at'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawalReason: words('withdrawal_reason').notNull().default(''),
    /** Names what an imported article was made from, so that a second import finds it again. */
    importKey: words('import_key'),
    createdAt: instant('created_at').notNull(),
    /** Null for what came by import. */
    createdBy: reference('created_by').references(() => editors.id, { onDelete: 'restrict' }),
    /** Whose turn it is, when the article was sent to one person. */
    assigneeId: reference('assignee_id').references(() => editors.id, { onDelete: 'restrict' }),
    /** The last change of any kind at the desk, a draft of a live article included. */
    updatedAt: instant('updated_at').notNull(),
    /** The version readers see, or last saw; a greater `version` is text that waits for publication. */
    publishedVersion: count('published_version'),
    scheduledAt: instant('scheduled_at'),
    /** Before this instant the article may not become public, by whomever. */
    embargoUntil: instant('embargo_until'),
    // Last on purpose: SQLite walks a row from its start, and lists must not read through a long body.
    body: json<ArticleBody>('body').notNull(),
  },
  (table) => [
    uniqueIndex('articles_import_key_unique').on(table.importKey),
    index('articles_section_id_index').on(table.sectionId),
    // The queues of the desk, newest change first; with the section, rights are decided without reading rows.
    index('articles_status_updated_at_index').on(table.status, table.updatedAt, table.id, table.sectionId),
    index('articles_updated_at_index').on(table.updatedAt, table.id, table.sectionId),
    // The few articles whose text waits for publication; the condition is that of features/queue, word for word.
    index('articles_changed_index')
      .on(table.updatedAt, table.id)
      .where(sql`${table.version} > ${table.publishedVersion}`),
    index('articles_created_by_index').on(table.createdBy, table.status, table.updatedAt, table.id),
    index('articles_assignee_id_index').on(table.assigneeId, table.status, table.updatedAt, table.id),
    index('articles_published_at_index').on(table.publishedAt),
    check(
      'articles_status_check',
      sql`${table.status} in ('draft', 'inReview', 'scheduled', 'published', 'unpublished', 'withdrawn')`,
    ),
    check('articles_body_check', sql`json_valid(${table.body})`),
    check(
      'articles_published_check',
      sql`${table.status} <> 'published' or (${table.publishedAt} is not null and ${table.headline} <> '')`,
    ),
    check(
      'articles_withdrawn_check',
      sql`(${table.status} = 'withdrawn') = (${table.withdrawnAt} is not null)`,
    ),
  ],
);

export const tags = sqliteTable('tags', { id: identity(), name: words('name').notNull() }, (table) => [
  uniqueIndex('tags_name_unique').on(table.name),
  check('tags_name_check', sql`${table.name} <> ''`),
]);

export const articleTags = sqliteTable(
  'article_tags',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tagId: reference('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'restrict' }),
    position: count('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.tagId] }),
    index('article_tags_tag_id_index').on(table.tagId, table.articleId),
  ],
);

/** A person who signs articles. The name alone, without 记者 or 通讯员: the role belongs to the credit. */
export const contributors = sqliteTable(
  'contributors',
  {
    id: identity(),
    name: words('name').notNull(),
  },
  (table) => [
    uniqueIndex('contributors_name_unique').on(table.name),
    check('contributors_name_check', sql`${table.name} <> ''`),
  ],
);

export const articleContributors = sqliteTable(
  'article_contributors',
  {
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    role: choice('role', contributorRoles).notNull(),
    contributorId: reference('contributor_id')
      .notNull()
      .references(() => contributors.id, { onDelete: 'restrict' }),
    position: count('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.role, table.contributorId] }),
    index('article_contributors_contributor_id_index').on(table.contributorId, table.articleId),
    check(
      'article_contributors_role_check',
      sql`${table.role} in ('reporter', 'correspondent', 'photographer', 'editor', 'responsibleEditor', 'proofreader')`,
    ),
  ],
);

/**
 * What is live, and in which lists: one row for each section on an article's way up to the root. Every
 * reader's list reads these rows and never looks at an article's status, and a page deep in a list costs
 * what the first page costs (docs/decisions/0006-lists.md).
 */
export const listings = sqliteTable(
  'listings',
  {
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'restrict' }),
    publishedAt: instant('published_at').notNull(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.sectionId, table.publishedAt, table.articleId] }),
    index('listings_article_id_index').on(table.articleId),
  ],
);

/** How many live articles a section lists for each day: turns a page number into a day without counting rows. */
export const listingDays = sqliteTable(
  'listing_days',
  {
    sectionId: reference('section_id')
      .notNull()
      .references(() => sections.id, { onDelete: 'restrict' }),
    day: dayNumber('day').notNull(),
    articleCount: count('article_count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sectionId, table.day] }),
    check('listing_days_article_count_check', sql`${table.articleCount} >= 0`),
  ],
);
