import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, flag, identity, instant, json, reference, words } from '@/db/columns';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import type { IgnoredFinding, ReportedFinding } from '@/lib/style-content';
import { styleCategories, styleLevels, styleRuleKinds, type StyleSkip } from '@/lib/style-rule';

/** The newsroom's own rules of writing. Few thousand at most: all of them are read at once. */
export const styleRules = sqliteTable(
  'style_rules',
  {
    id: identity(),
    kind: choice('kind', styleRuleKinds).notNull(),
    text: words('text').notNull(),
    message: words('message').notNull(),
    /** Null: what to write instead, a person decides; '' deletes the words. */
    replacement: words('replacement'),
    level: choice('level', styleLevels).notNull(),
    category: choice('category', styleCategories).notNull(),
    /** Null: everywhere. A rule that was made for a section goes with it. */
    sectionId: reference('section_id').references(() => sections.id, { onDelete: 'cascade' }),
    exceptions: json<string[]>('exceptions').notNull(),
    skips: json<StyleSkip[]>('skips').notNull(),
    isEnabled: flag('is_enabled').notNull().default(true),
    /** Raised by every change; a change that started from another version is refused. */
    version: count('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: reference('updated_by').references(() => editors.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('style_rules_section_id_index').on(table.sectionId),
    index('style_rules_updated_by_index').on(table.updatedBy),
    index('style_rules_text_index').on(table.text),
    check('style_rules_kind_check', sql`${table.kind} in ('word', 'pattern')`),
    check('style_rules_level_check', sql`${table.level} in ('block', 'warn', 'hint')`),
    check(
      'style_rules_category_check',
      sql`${table.category} in ('typo', 'title', 'punctuation', 'number', 'banned')`,
    ),
    check('style_rules_text_check', sql`${table.text} <> ''`),
    check('style_rules_exceptions_check', sql`json_valid(${table.exceptions})`),
    check('style_rules_skips_check', sql`json_valid(${table.skips})`),
  ],
);

/** Findings of an article that somebody decided to leave as they are, with the reason. */
export const styleIgnores = sqliteTable(
  'style_ignores',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Names the finding: its rule, its words and the few characters around them. */
    findingKey: words('finding_key').notNull(),
    reason: words('reason').notNull(),
    editorId: reference('editor_id')
      .notNull()
      .references(() => editors.id, { onDelete: 'restrict' }),
    ignoredAt: instant('ignored_at').notNull(),
  },
  (table) => [
    uniqueIndex('style_ignores_article_id_finding_key_unique').on(table.articleId, table.findingKey),
    index('style_ignores_editor_id_index').on(table.editorId),
  ],
);

/** What the check said about a version when it was handed on; the reviewer reads it beside the text. */
export const styleReports = sqliteTable(
  'style_reports',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: count('version').notNull(),
    /** SHA-256 over all checked texts: says whether a later text is still the one that was checked. */
    textHash: words('text_hash').notNull(),
    /** Who handed the text on. */
    editorId: reference('editor_id').references(() => editors.id, { onDelete: 'restrict' }),
    checkedAt: instant('checked_at').notNull(),
    ruleCount: count('rule_count').notNull(),
    findings: json<ReportedFinding[]>('findings').notNull(),
    ignored: json<IgnoredFinding[]>('ignored').notNull(),
  },
  (table) => [
    uniqueIndex('style_reports_article_id_version_unique').on(table.articleId, table.version),
    index('style_reports_editor_id_index').on(table.editorId),
    check('style_reports_findings_check', sql`json_valid(${table.findings})`),
    check('style_reports_ignored_check', sql`json_valid(${table.ignored})`),
  ],
);
