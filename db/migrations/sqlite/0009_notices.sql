CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`editor_id` integer NOT NULL,
	`kind` text NOT NULL,
	`article_id` integer NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`occasion` text,
	`at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "notices_kind_check" CHECK("notices"."kind" in ('sent', 'returned', 'due', 'late', 'takenOver', 'missed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_editor_id_index` ON `notices` (`editor_id`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unseen_index` ON `notices` (`editor_id`) WHERE "notices"."seen_at" is null;--> statement-breakpoint
CREATE INDEX `notices_article_id_index` ON `notices` (`article_id`);--> statement-breakpoint
CREATE INDEX `notices_at_index` ON `notices` (`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_occasion_unique` ON `notices` (`editor_id`,`occasion`);