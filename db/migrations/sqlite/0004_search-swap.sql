CREATE TABLE `search_entries_next` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`terms` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_next_article_id_unique` ON `search_entries_next` (`article_id`);--> statement-breakpoint
CREATE TABLE `search_terms_next` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`term` text NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	`weight` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_terms_next_term_unique` ON `search_terms_next` (`term`);--> statement-breakpoint
CREATE INDEX `search_terms_next_pinyin_weight_index` ON `search_terms_next` (`pinyin`,`weight`);--> statement-breakpoint
CREATE INDEX `search_terms_next_initials_weight_index` ON `search_terms_next` (`initials`,`weight`);--> statement-breakpoint
ALTER TABLE `search_state` ADD `rebuild_id` text;--> statement-breakpoint
-- A rebuild fills these and takes them into use at once (db/search-index.ts); they are as in 0003.
CREATE VIRTUAL TABLE `search_index_next` USING fts5(
  body, headline, starts,
  tokenize = 'unicode61 remove_diacritics 0',
  content = '', contentless_delete = 1
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `desk_search_index_next` USING fts5(
  headline, body,
  tokenize = 'unicode61 remove_diacritics 0',
  content = '', contentless_delete = 1
);
