CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`last_answer` text DEFAULT '' NOT NULL,
	`ended_at` integer,
	CONSTRAINT "outbox_kind_check" CHECK("outbox"."kind" in ('mail', 'indexNow', 'baidu', 'webSub', 'webhook')),
	CONSTRAINT "outbox_state_check" CHECK("outbox"."state" in ('waiting', 'done', 'failed')),
	CONSTRAINT "outbox_payload_check" CHECK(json_valid("outbox"."payload"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_state_due_at_index` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_ended_at_index` ON `outbox` (`ended_at`);--> statement-breakpoint
CREATE INDEX `outbox_kind_id_index` ON `outbox` (`kind`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_waiting_unique` ON `outbox` (`dedupe_key`) WHERE "outbox"."state" = 'waiting';