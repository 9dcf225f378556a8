CREATE TABLE `search_entries` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`terms` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_article_id_unique` ON `search_entries` (`article_id`);--> statement-breakpoint
CREATE TABLE `search_queries` (
	`day` integer NOT NULL,
	`query` text NOT NULL,
	`asked` integer NOT NULL,
	`found` integer NOT NULL,
	PRIMARY KEY(`day`, `query`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_version` integer NOT NULL,
	`built_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`term` text NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	`weight` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_terms_term_unique` ON `search_terms` (`term`);--> statement-breakpoint
CREATE INDEX `search_terms_pinyin_weight_index` ON `search_terms` (`pinyin`,`weight`);--> statement-breakpoint
CREATE INDEX `search_terms_initials_weight_index` ON `search_terms` (`initials`,`weight`);
--> statement-breakpoint
-- The tokens are made otherwise and stand in other columns now; the next start fills the index (features/search/rebuild-search.ts).
DROP TABLE `search_index`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(
  -- The body first: entries of the first column do not name it, which is a quarter of the index.
  body, headline, starts,
  tokenize = 'unicode61 remove_diacritics 0',
  content = '', contentless_delete = 1
);
--> statement-breakpoint
DROP TABLE `desk_search_index`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `desk_search_index` USING fts5(
  headline, body,
  tokenize = 'unicode61 remove_diacritics 0',
  content = '', contentless_delete = 1
);
