CREATE TABLE `article_contributors` (
	`article_id` integer NOT NULL,
	`role` text NOT NULL,
	`contributor_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`article_id`, `role`, `contributor_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contributor_id`) REFERENCES `contributors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "article_contributors_role_check" CHECK("article_contributors"."role" in ('reporter', 'correspondent', 'photographer', 'editor', 'responsibleEditor', 'proofreader'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_contributors_contributor_id_index` ON `article_contributors` (`contributor_id`,`article_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`section_id` integer NOT NULL,
	`headline` text NOT NULL,
	`kicker` text DEFAULT '' NOT NULL,
	`subheadline` text DEFAULT '' NOT NULL,
	`short_headline` text DEFAULT '' NOT NULL,
	`abstract` text DEFAULT '' NOT NULL,
	`character_count` integer DEFAULT 0 NOT NULL,
	`cover_asset_id` integer,
	`source_id` integer,
	`original_headline` text DEFAULT '' NOT NULL,
	`original_url` text DEFAULT '' NOT NULL,
	`copyright_notice` text DEFAULT '' NOT NULL,
	`published_at` integer,
	`modified_at` integer,
	`withdrawn_at` integer,
	`withdrawal_reason` text DEFAULT '' NOT NULL,
	`import_key` text,
	`created_at` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`cover_asset_id`) REFERENCES `media_assets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "articles_status_check" CHECK("articles"."status" in ('draft', 'inReview', 'scheduled', 'published', 'unpublished', 'withdrawn')),
	CONSTRAINT "articles_body_check" CHECK(json_valid("articles"."body")),
	CONSTRAINT "articles_published_check" CHECK("articles"."status" <> 'published' or ("articles"."published_at" is not null and "articles"."headline" <> '')),
	CONSTRAINT "articles_withdrawn_check" CHECK(("articles"."status" = 'withdrawn') = ("articles"."withdrawn_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_import_key_unique` ON `articles` (`import_key`);--> statement-breakpoint
CREATE INDEX `articles_section_id_index` ON `articles` (`section_id`);--> statement-breakpoint
CREATE TABLE `contributors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT "contributors_name_check" CHECK("contributors"."name" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contributors_name_unique` ON `contributors` (`name`);--> statement-breakpoint
CREATE TABLE `listing_days` (
	`section_id` integer NOT NULL,
	`day` integer NOT NULL,
	`article_count` integer NOT NULL,
	PRIMARY KEY(`section_id`, `day`),
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "listing_days_article_count_check" CHECK("listing_days"."article_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `listings` (
	`section_id` integer NOT NULL,
	`published_at` integer NOT NULL,
	`article_id` integer NOT NULL,
	PRIMARY KEY(`section_id`, `published_at`, `article_id`),
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `listings_article_id_index` ON `listings` (`article_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`url` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name_unique` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `block_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`block_id` integer NOT NULL,
	`position` integer NOT NULL,
	`article_id` integer,
	`headline` text DEFAULT '' NOT NULL,
	`abstract` text DEFAULT '' NOT NULL,
	`shown_with_article_id` integer,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`shown_with_article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "block_items_content_check" CHECK("block_items"."article_id" is not null or "block_items"."headline" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `block_items_block_id_index` ON `block_items` (`block_id`,`shown_with_article_id`,`position`);--> statement-breakpoint
CREATE INDEX `block_items_article_id_index` ON `block_items` (`article_id`);--> statement-breakpoint
CREATE INDEX `block_items_shown_with_article_id_index` ON `block_items` (`shown_with_article_id`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`front_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`section_id` integer,
	`item_limit` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`front_id`) REFERENCES `fronts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "blocks_kind_check" CHECK("blocks"."kind" in ('lead', 'pictures', 'rolling', 'section', 'cityObservation', 'recent')),
	CONSTRAINT "blocks_item_limit_check" CHECK("blocks"."item_limit" between 1 and 50)
) STRICT;
--> statement-breakpoint
CREATE INDEX `blocks_front_id_position_index` ON `blocks` (`front_id`,`position`);--> statement-breakpoint
CREATE TABLE `fronts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	CONSTRAINT "fronts_key_check" CHECK("fronts"."key" in ('home', 'article'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fronts_key_unique` ON `fronts` (`key`);--> statement-breakpoint
CREATE TABLE `media_assets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`content_hash` text NOT NULL,
	`original_format` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "media_assets_content_hash_check" CHECK(length("media_assets"."content_hash") = 64),
	CONSTRAINT "media_assets_original_format_check" CHECK("media_assets"."original_format" in ('jpeg', 'png', 'webp', 'gif')),
	CONSTRAINT "media_assets_size_check" CHECK("media_assets"."width" > 0 and "media_assets"."height" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_assets_content_hash_unique` ON `media_assets` (`content_hash`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parent_id` integer,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "sections_kind_check" CHECK("sections"."kind" in ('portal', 'subsite', 'section')),
	CONSTRAINT "sections_root_check" CHECK(("sections"."parent_id" is null) = ("sections"."path" = ''))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_path_unique` ON `sections` (`path`);--> statement-breakpoint
CREATE INDEX `sections_parent_id_position_index` ON `sections` (`parent_id`,`position`);--> statement-breakpoint
CREATE TABLE `content_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`content_version` integer NOT NULL,
	CONSTRAINT "content_state_id_check" CHECK("content_state"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `redirects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_path` text NOT NULL,
	`article_id` integer,
	`section_id` integer,
	`to_path` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "redirects_from_path_check" CHECK(substr("redirects"."from_path", 1, 1) = '/'),
	CONSTRAINT "redirects_target_check" CHECK(("redirects"."article_id" is not null) + ("redirects"."section_id" is not null) + ("redirects"."to_path" is not null) = 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `redirects_from_path_unique` ON `redirects` (`from_path`);--> statement-breakpoint
CREATE INDEX `redirects_article_id_index` ON `redirects` (`article_id`);--> statement-breakpoint
CREATE INDEX `redirects_section_id_index` ON `redirects` (`section_id`);--> statement-breakpoint
CREATE TABLE `site_settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "site_settings_value_check" CHECK(json_valid("site_settings"."value"))
) STRICT;
--> statement-breakpoint
INSERT INTO `content_state` (`id`, `content_version`) VALUES (1, 1);
