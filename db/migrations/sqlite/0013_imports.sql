CREATE TABLE `import_done` (
	`hash` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` integer NOT NULL,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`article_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	`doubts` text NOT NULL,
	`missing` text NOT NULL,
	`confidence` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	`lines` text NOT NULL,
	`settled_at` integer,
	`settled_by` integer,
	FOREIGN KEY (`run_id`) REFERENCES `import_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "import_items_state_check" CHECK("import_items"."state" in ('doubtful', 'refused', 'confirmed', 'dropped')),
	CONSTRAINT "import_items_confidence_check" CHECK("import_items"."confidence" between 0 and 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_items_run_id_index` ON `import_items` (`run_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `import_items_state_index` ON `import_items` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `import_items_place_index` ON `import_items` (`place`,`state`);--> statement-breakpoint
CREATE INDEX `import_items_article_id_index` ON `import_items` (`article_id`);--> statement-breakpoint
CREATE INDEX `import_items_settled_by_index` ON `import_items` (`settled_by`);--> statement-breakpoint
CREATE TABLE `import_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`sources` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`counts` text NOT NULL,
	`report_file` text NOT NULL,
	`report_bytes` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_runs_counts_check" CHECK(json_valid("import_runs"."counts"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_runs_key_index` ON `import_runs` (`key`);--> statement-breakpoint
CREATE TABLE `imported_pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`picture` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_pictures_article_id_index` ON `imported_pictures` (`article_id`);