ALTER TABLE `revisions` ADD `published_at` integer;--> statement-breakpoint
CREATE INDEX `revisions_kind_saved_at_index` ON `revisions` (`kind`,`saved_at`);--> statement-breakpoint
-- What readers have seen before this column was there, as far as the timeline tells.
UPDATE `revisions` SET `published_at` = (
	SELECT min(`at`) FROM `timeline_events` WHERE `timeline_events`.`article_id` = `revisions`.`article_id`
	AND `timeline_events`.`version` = `revisions`.`version` AND `timeline_events`.`kind` IN ('published', 'updated')
);
