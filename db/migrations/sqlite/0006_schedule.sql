CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`epoch` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`kind` text NOT NULL,
	`version` integer,
	`due_at` integer NOT NULL,
	`zone` text NOT NULL,
	`editor_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`from_status` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`ended_at` integer,
	`failure` text DEFAULT '' NOT NULL,
	`acknowledged_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "schedules_kind_check" CHECK("schedules"."kind" in ('publish', 'unpublish')),
	CONSTRAINT "schedules_state_check" CHECK("schedules"."state" in ('waiting', 'done', 'failed', 'cancelled')),
	CONSTRAINT "schedules_version_check" CHECK(("schedules"."kind" = 'publish') = ("schedules"."version" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `schedules_state_due_at_index` ON `schedules` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `schedules_article_id_index` ON `schedules` (`article_id`,`state`);--> statement-breakpoint
CREATE INDEX `schedules_editor_id_index` ON `schedules` (`editor_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `schedules_waiting_unique` ON `schedules` (`article_id`,`kind`) WHERE "schedules"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `schedules_unseen_index` ON `schedules` (`due_at`) WHERE "schedules"."acknowledged_at" is null and "schedules"."state" in ('done', 'failed');--> statement-breakpoint
ALTER TABLE `articles` ADD `embargo_until` integer;