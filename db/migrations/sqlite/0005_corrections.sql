CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`text` text NOT NULL,
	`published_at` integer NOT NULL,
	`editor_id` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "corrections_text_check" CHECK("corrections"."text" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `corrections_article_id_index` ON `corrections` (`article_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `corrections_published_at_index` ON `corrections` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_editor_id_index` ON `corrections` (`editor_id`);