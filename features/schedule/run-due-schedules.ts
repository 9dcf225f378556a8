import { and, asc, eq, lte } from 'drizzle-orm';
import { type Query, reader, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { schedules } from '@/db/schema/schedules';
import { type ArticleRow, findArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { touch } from '@/features/articles/editable-article';
import { problemsOfPublishing } from '@/features/articles/publish-article';
import { showToReaders } from '@/features/articles/show-to-readers';
import { takeFromReaders } from '@/features/articles/take-from-readers';
import { describeDueTime } from '@/features/schedule/describe-due-time';
import { holdsLease, takeLease } from '@/features/schedule/lease';
import { lateAfter } from '@/features/schedule/list-schedules';
import { notify } from '@/features/notices/notify';
import { closeReview } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';
import type { ArticleContent } from '@/lib/article-content';
import { formatDateTime } from '@/lib/dates';

export const scheduleLease = 'schedules';

type Schedule = typeof schedules.$inferSelect;

/**
 * Does what is due: each schedule once, in one transaction with its own end, however many processes try.
 * A lease keeps the others from trying the same; it is taken only when something is due, so that a quiet
 * portal writes nothing. Answers how many were done or failed. The right to do it was asked when the time was
 * set; whether the article can be shown is asked again.
 */
export async function runDueSchedules(holder: string, now: () => Date = () => new Date()): Promise<number> {
  const due = await listDue(now());
  if (due.length === 0) return 0;
  let ended = 0;
  for (const { id } of due) {
    // Renewed for each: one that takes long must not outlive its lease.
    const epoch = await takeLease(scheduleLease, holder, now());
    if (epoch === undefined) return ended;
    const hasEnded = await tx(async (q) => {
      if (!(await holdsLease(q, scheduleLease, holder, epoch))) return false;
      return runOne(q, id, now());
    });
    if (hasEnded) ended += 1;
  }
  return ended;
}

async function listDue(now: Date): Promise<{ id: number }[]> {
  return reader()
    .select({ id: schedules.id })
    .from(schedules)
    .where(and(eq(schedules.state, 'waiting'), lte(schedules.dueAt, now)))
    .orderBy(asc(schedules.dueAt), asc(schedules.id))
    .limit(500);
}

async function runOne(q: Query, scheduleId: number, now: Date): Promise<boolean> {
  const [schedule] = await q
    .select()
    .from(schedules)
    .where(and(eq(schedules.id, scheduleId), eq(schedules.state, 'waiting')));
  if (schedule === undefined) return false;
  const failure = await perform(q, schedule, now);
  const isLate = now.getTime() - schedule.dueAt.getTime() > lateAfter;
  await q
    .update(schedules)
    .set({
      state: failure === undefined ? 'done' : 'failed',
      endedAt: now,
      failure: failure ?? '',
      // What went as it should is nothing to be shown at the desk.
      acknowledgedAt: failure === undefined && !isLate ? now : null,
    })
    .where(eq(schedules.id, scheduleId));
  if (failure !== undefined || isLate) await tellWhoSetIt(q, schedule, failure, now);
  return true;
}

async function tellWhoSetIt(
  q: Query,
  schedule: Schedule,
  failure: string | undefined,
  now: Date,
): Promise<void> {
  const { articleId, editorId } = schedule;
  const { headline } = (await findArticleRow(q, articleId))!;
  const text = `${describeDueTime(schedule)}，${failure ?? `${formatDateTime(now)} 才执行。`}`;
  await notify(q, [editorId], { kind: 'missed', articleId, subject: headline, text }, now);
}

/** Answers why it could not be done, in a sentence for the desk. */
async function perform(q: Query, schedule: Schedule, now: Date): Promise<string | undefined> {
  const article = (await findArticleRow(q, schedule.articleId))!;
  const [editor] = await q
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(eq(editors.id, schedule.editorId));
  const note = describeDueTime(schedule);
  const content = await getWorkingContent(q, article.id);
  const failure = await whyNotNow(q, schedule, article, content, now);
  if (failure !== undefined) await recordFailure(q, schedule, article, `${note}：${failure}`, now);
  else if (schedule.kind === 'publish') {
    await showToReaders(q, editor!, { article, content, note }, now);
    await closeReview(q, article.id, now);
  } else await takeFromReaders(q, editor!, { article, note }, now);
  return failure;
}

async function whyNotNow(
  q: Query,
  { kind, version }: Schedule,
  article: ArticleRow,
  content: ArticleContent,
  now: Date,
): Promise<string | undefined> {
  if (kind === 'unpublish') {
    return article.status === 'published' ? undefined : '到时稿件不在网站上，没有下线。';
  }
  if (article.status === 'withdrawn') return '稿件已经撤稿。';
  if (article.version !== version) return '定时之后稿件被改过，改过的文字没有人确认发布。';
  if (article.embargoUntil !== null && now < article.embargoUntil) return '稿件还在禁发期内。';
  const [problem] = await problemsOfPublishing(q, article, content);
  return problem?.message;
}

async function recordFailure(
  q: Query,
  { fromStatus }: Schedule,
  article: ArticleRow,
  note: string,
  now: Date,
): Promise<void> {
  if (article.status === 'scheduled') {
    await touch(q, article.id, { status: fromStatus, scheduledAt: null }, now);
  }
  await recordEvent(
    q,
    undefined,
    {
      kind: 'scheduleFailed',
      articleId: article.id,
      sectionId: article.sectionId,
      fromStatus: article.status,
      version: article.version,
      subject: article.headline,
      note,
    },
    now,
  );
}
