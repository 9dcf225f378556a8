CREATE TABLE `style_ignores` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`finding_key` text NOT NULL,
	`reason` text NOT NULL,
	`editor_id` integer NOT NULL,
	`ignored_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `style_ignores_article_id_finding_key_unique` ON `style_ignores` (`article_id`,`finding_key`);--> statement-breakpoint
CREATE INDEX `style_ignores_editor_id_index` ON `style_ignores` (`editor_id`);--> statement-breakpoint
CREATE TABLE `style_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`version` integer NOT NULL,
	`text_hash` text NOT NULL,
	`editor_id` integer,
	`checked_at` integer NOT NULL,
	`rule_count` integer NOT NULL,
	`findings` text NOT NULL,
	`ignored` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "style_reports_findings_check" CHECK(json_valid("style_reports"."findings")),
	CONSTRAINT "style_reports_ignored_check" CHECK(json_valid("style_reports"."ignored"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `style_reports_article_id_version_unique` ON `style_reports` (`article_id`,`version`);--> statement-breakpoint
CREATE INDEX `style_reports_editor_id_index` ON `style_reports` (`editor_id`);--> statement-breakpoint
CREATE TABLE `style_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`message` text NOT NULL,
	`replacement` text,
	`level` text NOT NULL,
	`category` text NOT NULL,
	`section_id` integer,
	`exceptions` text NOT NULL,
	`skips` text NOT NULL,
	`is_enabled` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` integer,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "style_rules_kind_check" CHECK("style_rules"."kind" in ('word', 'pattern')),
	CONSTRAINT "style_rules_level_check" CHECK("style_rules"."level" in ('block', 'warn', 'hint')),
	CONSTRAINT "style_rules_category_check" CHECK("style_rules"."category" in ('typo', 'title', 'punctuation', 'number', 'banned')),
	CONSTRAINT "style_rules_text_check" CHECK("style_rules"."text" <> ''),
	CONSTRAINT "style_rules_exceptions_check" CHECK(json_valid("style_rules"."exceptions")),
	CONSTRAINT "style_rules_skips_check" CHECK(json_valid("style_rules"."skips"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `style_rules_section_id_index` ON `style_rules` (`section_id`);--> statement-breakpoint
CREATE INDEX `style_rules_updated_by_index` ON `style_rules` (`updated_by`);--> statement-breakpoint
CREATE INDEX `style_rules_text_index` ON `style_rules` (`text`);