import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { schedules } from '@/db/schema/schedules';
import type { Editor } from '@/features/access/editor';
import { sectionReach } from '@/features/access/permission';

export type WaitingSchedule = {
  id: number;
  kind: 'publish' | 'unpublish';
  dueAt: Date;
  zone: string;
  editorName: string;
};

/** The times set for one article that are still to come. */
export async function listWaitingSchedules(articleId: number): Promise<WaitingSchedule[]> {
  return reader()
    .select({
      id: schedules.id,
      kind: schedules.kind,
      dueAt: schedules.dueAt,
      zone: schedules.zone,
      editorName: editors.name,
    })
    .from(schedules)
    .innerJoin(editors, eq(editors.id, schedules.editorId))
    .where(and(eq(schedules.articleId, articleId), eq(schedules.state, 'waiting')))
    .orderBy(asc(schedules.dueAt));
}

/** Later than this is 漏发: something that readers were promised did not show in time. In milliseconds. */
export const lateAfter = 60_000;

export type MissedSchedule = {
  id: number;
  articleId: number;
  headline: string;
  kind: 'publish' | 'unpublish';
  dueAt: Date;
  /** When it was done after all; null: it failed. */
  doneAt: Date | null;
  failure: string;
};

/**
 * What was late by more than a minute or failed, and nobody has seen yet, the newest first: of the sections in
 * which the editor may publish.
 */
export async function listMissedSchedules(editor: Editor): Promise<MissedSchedule[]> {
  const { any } = await sectionReach(reader(), editor, 'publishArticle');
  if (any.size === 0) return [];
  const rows = await reader()
    .select({
      id: schedules.id,
      articleId: schedules.articleId,
      headline: articles.headline,
      sectionId: articles.sectionId,
      kind: schedules.kind,
      dueAt: schedules.dueAt,
      endedAt: schedules.endedAt,
      state: schedules.state,
      failure: schedules.failure,
    })
    .from(schedules)
    .innerJoin(articles, eq(articles.id, schedules.articleId))
    .where(and(isNull(schedules.acknowledgedAt), inArray(schedules.state, ['done', 'failed'])))
    .orderBy(desc(schedules.dueAt))
    .limit(500);
  return rows
    .filter(({ sectionId }) => any.has(sectionId))
    .map(({ state, endedAt, sectionId: _sectionId, ...row }) => ({
      ...row,
      doneAt: state === 'done' ? endedAt : null,
    }));
}
