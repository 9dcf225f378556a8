import { sql } from 'drizzle-orm';
import { check, index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { choice, count, flag, identity, instant, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import { importances, reviewKinds, reviewStages } from '@/lib/review-stage';

/** What a section asks for before publication. A null, or no row, is what its parent says. */
export const reviewRules = sqliteTable(
  'review_rules',
  {
    sectionId: reference('section_id')
      .primaryKey()
      .references(() => sections.id, { onDelete: 'cascade' }),
    reviews: count('reviews'),
    /** For articles marked as important; fewer than `reviews` counts as `reviews`. */
    importantReviews: count('important_reviews'),
    /** Whether a 部门主任 may publish before review, as a 总编 always may. */
    headMayPublishFirst: flag('head_may_publish_first'),
  },
  (table) => [
    check('review_rules_reviews_check', sql`${table.reviews} between 1 and 3`),
    check('review_rules_important_reviews_check', sql`${table.importantReviews} between 1 and 3`),
  ],
);

/**
 * Every signature under a text: who, at which stage, under exactly which text. Triggers refuse to delete a row
 * and to change anything of it but its being voided, once. Without foreign keys: a signature stays after the
 * draft is gone.
 */
export const reviewSteps = sqliteTable(
  'review_steps',
  {
    id: identity(),
    articleId: reference('article_id').notNull(),
    version: count('version').notNull(),
    /** SHA-256 of the whole content, see features/review/text-hash.ts. */
    textHash: words('text_hash').notNull(),
    stage: choice('stage', reviewStages).notNull(),
    kind: choice('kind', reviewKinds).notNull(),
    editorId: reference('editor_id').notNull(),
    /** The name at that time. */
    editorName: words('editor_name').notNull(),
    /** Whose rights were used, when a colleague who is away had delegated theirs. */
    onBehalfOfId: reference('on_behalf_of_id'),
    onBehalfOfName: words('on_behalf_of_name').notNull().default(''),
    at: instant('at').notNull(),
    opinion: words('opinion').notNull().default(''),
    voidedAt: instant('voided_at'),
    voidedWhy: words('voided_why').notNull().default(''),
  },
  (table) => [
    index('review_steps_article_id_id_index').on(table.articleId, table.id),
    index('review_steps_editor_id_index').on(table.editorId, table.articleId),
    check('review_steps_stage_check', sql`${table.stage} in ('first', 'second', 'final')`),
    check('review_steps_kind_check', sql`${table.kind} in ('review', 'proofreading')`),
    check('review_steps_text_hash_check', sql`length(${table.textHash}) = 64`),
  ],
);

/** Where an article stands in its chain. What follows from the steps is kept here for the queue's heaps. */
export const articleReviews = sqliteTable(
  'article_reviews',
  {
    articleId: reference('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    importance: choice('importance', importances).notNull().default('normal'),
    /** Whose turn it is; `done`: signed and waiting for publication. Null: not in review. */
    stage: choice('stage', [...reviewStages, 'done']),
    isReviewMissing: flag('is_review_missing').notNull().default(false),
    isProofreadingMissing: flag('is_proofreading_missing').notNull().default(false),
    /** Nobody of the stage's own role can: whoever stands higher may. */
    isOpenToHigher: flag('is_open_to_higher').notNull().default(false),
    /** The last version that was published with its chain complete: what came after it is one text's story. */
    baseVersion: count('base_version').notNull().default(0),
    sentAt: instant('sent_at'),
    sentBy: reference('sent_by').references(() => editors.id, { onDelete: 'set null' }),
    dueAt: instant('due_at'),
    /** Who returned it last; null again when it is sent. */
    returnedBy: reference('returned_by').references(() => editors.id, { onDelete: 'set null' }),
    returnedAt: instant('returned_at'),
    /** Set while readers see what was published before its review. */
    unreviewedSince: instant('unreviewed_since'),
    unreviewedBy: words('unreviewed_by').notNull().default(''),
    unreviewedReason: words('unreviewed_reason').notNull().default(''),
  },
  (table) => [
    index('article_reviews_stage_index')
      .on(table.stage, table.dueAt)
      .where(sql`${table.stage} is not null`),
    index('article_reviews_returned_by_index').on(table.returnedBy),
    index('article_reviews_sent_by_index').on(table.sentBy),
    index('article_reviews_unreviewed_since_index')
      .on(table.unreviewedSince)
      .where(sql`${table.unreviewedSince} is not null`),
    check('article_reviews_stage_check', sql`${table.stage} in ('first', 'second', 'final', 'done')`),
    check('article_reviews_importance_check', sql`${table.importance} in ('normal', 'important')`),
  ],
);

/** A reviewer's mark on a paragraph. The quoted words find it again after the text has moved. */
export const reviewMarks = sqliteTable(
  'review_marks',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: count('version').notNull(),
    /** Counted from 0, in the text of `version`. */
    blockIndex: count('block_index').notNull(),
    quote: words('quote').notNull().default(''),
    note: words('note').notNull(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: reference('resolved_by').references(() => editors.id, { onDelete: 'restrict' }),
  },
  (table) => [
    index('review_marks_article_id_index').on(table.articleId, table.id),
    index('review_marks_editor_id_index').on(table.editorId),
    index('review_marks_resolved_by_index').on(table.resolvedBy),
  ],
);

/** 我在看: one reviewer of an article at a time. A lease that was not renewed for half a minute means nothing. */
export const reviewClaims = sqliteTable(
  'review_claims',
  {
    articleId: reference('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'cascade' }),
    tab: words('tab').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    index('review_claims_editor_id_index').on(table.editorId),
    index('review_claims_seen_at_index').on(table.seenAt),
  ],
);

/** Stage rights lent while somebody is away. A row is never deleted: a sheet may name it. */
export const reviewDelegations = sqliteTable(
  'review_delegations',
  {
    id: identity(),
    fromEditorId: reference('from_editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    toEditorId: reference('to_editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('review_delegations_from_editor_id_index').on(table.fromEditorId),
    index('review_delegations_to_editor_id_index').on(table.toEditorId),
    index('review_delegations_ends_at_index').on(table.endsAt),
    check('review_delegations_span_check', sql`${table.endsAt} > ${table.startsAt}`),
    check('review_delegations_people_check', sql`${table.fromEditorId} <> ${table.toEditorId}`),
  ],
);
