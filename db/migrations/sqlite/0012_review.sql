CREATE TABLE `article_reviews` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`importance` text DEFAULT 'normal' NOT NULL,
	`stage` text,
	`is_review_missing` integer DEFAULT false NOT NULL,
	`is_proofreading_missing` integer DEFAULT false NOT NULL,
	`is_open_to_higher` integer DEFAULT false NOT NULL,
	`base_version` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`sent_by` integer,
	`due_at` integer,
	`returned_by` integer,
	`returned_at` integer,
	`unreviewed_since` integer,
	`unreviewed_by` text DEFAULT '' NOT NULL,
	`unreviewed_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sent_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`returned_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "article_reviews_stage_check" CHECK("article_reviews"."stage" in ('first', 'second', 'final', 'done')),
	CONSTRAINT "article_reviews_importance_check" CHECK("article_reviews"."importance" in ('normal', 'important'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_reviews_stage_index` ON `article_reviews` (`stage`,`due_at`) WHERE "article_reviews"."stage" is not null;--> statement-breakpoint
CREATE INDEX `article_reviews_returned_by_index` ON `article_reviews` (`returned_by`);--> statement-breakpoint
CREATE INDEX `article_reviews_sent_by_index` ON `article_reviews` (`sent_by`);--> statement-breakpoint
CREATE INDEX `article_reviews_unreviewed_since_index` ON `article_reviews` (`unreviewed_since`) WHERE "article_reviews"."unreviewed_since" is not null;--> statement-breakpoint
CREATE TABLE `review_claims` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`editor_id` integer NOT NULL,
	`tab` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_claims_editor_id_index` ON `review_claims` (`editor_id`);--> statement-breakpoint
CREATE INDEX `review_claims_seen_at_index` ON `review_claims` (`seen_at`);--> statement-breakpoint
CREATE TABLE `review_delegations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_editor_id` integer NOT NULL,
	`to_editor_id` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`from_editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "review_delegations_span_check" CHECK("review_delegations"."ends_at" > "review_delegations"."starts_at"),
	CONSTRAINT "review_delegations_people_check" CHECK("review_delegations"."from_editor_id" <> "review_delegations"."to_editor_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_delegations_from_editor_id_index` ON `review_delegations` (`from_editor_id`);--> statement-breakpoint
CREATE INDEX `review_delegations_to_editor_id_index` ON `review_delegations` (`to_editor_id`);--> statement-breakpoint
CREATE INDEX `review_delegations_ends_at_index` ON `review_delegations` (`ends_at`);--> statement-breakpoint
CREATE TABLE `review_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`version` integer NOT NULL,
	`block_index` integer NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`note` text NOT NULL,
	`editor_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`editor_id`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`resolved_by`) REFERENCES `editors`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_marks_article_id_index` ON `review_marks` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `review_marks_editor_id_index` ON `review_marks` (`editor_id`);--> statement-breakpoint
CREATE INDEX `review_marks_resolved_by_index` ON `review_marks` (`resolved_by`);--> statement-breakpoint
CREATE TABLE `review_rules` (
	`section_id` integer PRIMARY KEY NOT NULL,
	`reviews` integer,
	`important_reviews` integer,
	`head_may_publish_first` integer,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "review_rules_reviews_check" CHECK("review_rules"."reviews" between 1 and 3),
	CONSTRAINT "review_rules_important_reviews_check" CHECK("review_rules"."important_reviews" between 1 and 3)
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`version` integer NOT NULL,
	`text_hash` text NOT NULL,
	`stage` text NOT NULL,
	`kind` text NOT NULL,
	`editor_id` integer NOT NULL,
	`editor_name` text NOT NULL,
	`on_behalf_of_id` integer,
	`on_behalf_of_name` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`opinion` text DEFAULT '' NOT NULL,
	`voided_at` integer,
	`voided_why` text DEFAULT '' NOT NULL,
	CONSTRAINT "review_steps_stage_check" CHECK("review_steps"."stage" in ('first', 'second', 'final')),
	CONSTRAINT "review_steps_kind_check" CHECK("review_steps"."kind" in ('review', 'proofreading')),
	CONSTRAINT "review_steps_text_hash_check" CHECK(length("review_steps"."text_hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_steps_article_id_id_index` ON `review_steps` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `review_steps_editor_id_index` ON `review_steps` (`editor_id`,`article_id`);
--> statement-breakpoint
CREATE TRIGGER `review_steps_are_not_deleted` BEFORE DELETE ON `review_steps`
BEGIN SELECT raise(ABORT, 'review_steps is append-only'); END;
--> statement-breakpoint
-- What was signed stays as it was signed. That it no longer counts is added once, and never taken back.
CREATE TRIGGER `review_steps_are_only_voided` BEFORE UPDATE ON `review_steps`
WHEN old.voided_at IS NOT NULL OR new.voided_at IS NULL
  OR new.id IS NOT old.id OR new.article_id IS NOT old.article_id OR new.version IS NOT old.version
  OR new.text_hash IS NOT old.text_hash OR new.stage IS NOT old.stage OR new.kind IS NOT old.kind
  OR new.editor_id IS NOT old.editor_id OR new.editor_name IS NOT old.editor_name
  OR new.on_behalf_of_id IS NOT old.on_behalf_of_id OR new.on_behalf_of_name IS NOT old.on_behalf_of_name
  OR new.at IS NOT old.at OR new.opinion IS NOT old.opinion
BEGIN SELECT raise(ABORT, 'review_steps is append-only'); END;
