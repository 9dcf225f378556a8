import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { schedules } from '@/db/schema/schedules';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { type ArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, refuseEmbargoed, refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { problemsOfPublishing } from '@/features/articles/publish-article';
import { describeDueTime } from '@/features/schedule/describe-due-time';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome, Problem } from '@/lib/problems';
import { instantOf, isTimeZone } from '@/lib/zoned-time';

export const scheduleForm = z.strictObject({
  articleId: z.int().positive(),
  kind: z.enum(['publish', 'unpublish']),
  /** The version the editor has before them: what was not seen is not published. */
  version: z.int().positive(),
  /** A wall-clock time, `2026-11-23T08:00`. */
  at: z.string().max(16),
  zone: z.string().max(64).refine(isTimeZone, '没有这个时区，请从列表里选'),
});

const farthest = 2 * 366 * 24 * 60 * 60_000;

/**
 * Sets the time at which an article goes live, a change of a live one shows, or a live one is taken off. What
 * publishing asks is asked now, so that nothing fails at night that could be known in the afternoon; and asked
 * again when the time comes. One time of each kind; a new one takes the place of the old.
 */
export async function scheduleArticle(
  editor: Editor,
  form: z.output<typeof scheduleForm>,
  now = new Date(),
): Promise<Outcome<{ scheduleId: number; dueAt: Date }>> {
  const { articleId, kind, version, at, zone } = form;
  return tx(async (q) => {
    const verb = kind === 'publish' ? 'publishArticle' : 'unpublishArticle';
    const article = await getArticleFor(q, editor, verb, articleId);
    refuseWithdrawn(article);
    const dueAt = instantOf(at, zone);
    const problems = await problemsOfTime(q, article, form, dueAt, now);
    if (problems.length > 0 || dueAt === undefined) return { ok: false, problems };
    if (kind === 'publish') {
      refuseEmbargoed(article, dueAt);
      const content = await getWorkingContent(q, articleId);
      await demand(q, editor, verb, { sectionId: content.sectionId, ownerId: article.createdBy });
      const missing = await problemsOfPublishing(q, article, content);
      if (missing.length > 0) return { ok: false, problems: missing };
    }
    const before = await replaceWaiting(q, articleId, kind, now);
    const fromStatus = article.status === 'scheduled' ? (before ?? 'draft') : article.status;
    const [added] = await q
      .insert(schedules)
      .values({
        articleId,
        kind,
        version: kind === 'publish' ? version : null,
        dueAt,
        zone,
        editorId: editor.id,
        createdAt: now,
        fromStatus,
      })
      .returning({ id: schedules.id });
    const waits = kind === 'publish' && article.status !== 'published';
    if (waits) await touch(q, articleId, { status: 'scheduled', scheduledAt: dueAt }, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'scheduled',
        articleId,
        sectionId: article.sectionId,
        fromStatus: article.status,
        toStatus: waits ? 'scheduled' : article.status,
        version,
        subject: article.headline,
        note: describeDueTime({ kind, dueAt, zone }),
      },
      now,
    );
    return { ok: true, value: { scheduleId: added!.id, dueAt } };
  });
}

async function problemsOfTime(
  q: Query,
  article: ArticleRow,
  { kind, version }: Pick<z.output<typeof scheduleForm>, 'kind' | 'version'>,
  dueAt: Date | undefined,
  now: Date,
): Promise<Problem[]> {
  const at = (message: string) => [{ field: 'at', message }];
  if (dueAt === undefined) return at('请填写日期和时间；所填的时间在这个时区不存在。');
  if (dueAt <= now) return at('时间已经过去了，请选一个以后的时间，或者直接发布。');
  if (dueAt.getTime() - now.getTime() > farthest) return at('时间太远了，最多可以定到两年以后。');
  if (kind === 'publish') {
    if (article.version !== version) {
      return [{ field: '', message: '稿件刚被别人改过，请重新载入、看过之后再定时。' }];
    }
    if (article.status === 'published' && article.publishedVersion === version) {
      return [{ field: '', message: '读者看到的已经是这一版，没有要定时发布的修改。' }];
    }
    return [];
  }
  if (article.status === 'published') return [];
  const [publication] = await q
    .select({ dueAt: schedules.dueAt })
    .from(schedules)
    .where(
      and(eq(schedules.articleId, article.id), eq(schedules.kind, 'publish'), eq(schedules.state, 'waiting')),
    );
  if (publication === undefined) {
    return [{ field: '', message: '这篇稿件还没有发布，也没有定时发布，不用定时下线。' }];
  }
  return dueAt <= publication.dueAt ? at('下线的时间要晚于发布的时间。') : [];
}

/** Answers where the article stood before the time that is replaced was set. */
async function replaceWaiting(q: Query, articleId: number, kind: 'publish' | 'unpublish', now: Date) {
  const [replaced] = await q
    .update(schedules)
    .set({ state: 'cancelled', endedAt: now })
    .where(and(eq(schedules.articleId, articleId), eq(schedules.kind, kind), eq(schedules.state, 'waiting')))
    .returning({ fromStatus: schedules.fromStatus });
  return replaced?.fromStatus;
}
