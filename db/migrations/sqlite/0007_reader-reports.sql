CREATE TABLE `reader_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer,
	`quote` text DEFAULT '' NOT NULL,
	`block_index` integer,
	`text` text NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`sender` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`closed_at` integer,
	`closed_by` integer,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`closed_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "reader_reports_state_check" CHECK("reader_reports"."state" in ('open', 'answered', 'corrected', 'dropped')),
	CONSTRAINT "reader_reports_closed_check" CHECK(("reader_reports"."state" = 'open') = ("reader_reports"."closed_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reader_reports_state_index` ON `reader_reports` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `reader_reports_article_id_index` ON `reader_reports` (`article_id`,`state`);--> statement-breakpoint
CREATE INDEX `reader_reports_sender_index` ON `reader_reports` (`sender`,`created_at`);--> statement-breakpoint
CREATE INDEX `reader_reports_created_at_index` ON `reader_reports` (`created_at`);--> statement-breakpoint
CREATE INDEX `reader_reports_closed_by_index` ON `reader_reports` (`closed_by`);