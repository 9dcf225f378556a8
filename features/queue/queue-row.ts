import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { openArticles } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import { articleReviews } from '@/db/schema/review';
import { sections } from '@/db/schema/sections';
import { openFor } from '@/features/articles/open-articles';
import { hasWaitingChanges } from '@/features/queue/arm-conditions';
import { listClaims } from '@/features/review/review-claims';
import type { ArticleStatus } from '@/lib/article-status';
import type { Importance, ReviewStage } from '@/lib/review-stage';

/** An article as a line of the queue. */
export type QueueRow = {
  id: number;
  /** May be empty. Of a live article, the one that readers see. */
  headline: string;
  kicker: string;
  /** From below the portal down to the section: `城镇 > 城镇即时报`. */
  sectionLine: string;
  status: ArticleStatus;
  hasWaitingChanges: boolean;
  createdByName: string | undefined;
  assigneeName: string | undefined;
  updatedAt: Date;
  publishedAt: Date | null;
  scheduledAt: Date | null;
  characterCount: number;
  version: number;
  /** Who has it open now and may write in it. */
  openBy: string[];
  /** Where it stands in its chain; undefined when it was never sent. */
  review: RowReview | undefined;
};

export type RowReview = {
  stage: ReviewStage | 'done' | null;
  importance: Importance;
  sentAt: Date | null;
  dueAt: Date | null;
  returnedAt: Date | null;
  /** Readers see it, and its chain is not complete. */
  isUnreviewed: boolean;
  /** Who said 我在看. */
  claimedBy: string | undefined;
};

/** The lines of these articles, in this order. One that is gone meanwhile is left out. */
export async function describeRows(ids: number[], now: Date): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const creators = alias(editors, 'creators');
  const assignees = alias(editors, 'assignees');
  const found = await reader()
    .select({
      id: articles.id,
      headline: articles.headline,
      kicker: articles.kicker,
      sectionId: articles.sectionId,
      status: articles.status,
      hasWaitingChanges: sql`${hasWaitingChanges}`.mapWith(Boolean),
      createdByName: creators.name,
      assigneeName: assignees.name,
      updatedAt: articles.updatedAt,
      publishedAt: articles.publishedAt,
      scheduledAt: articles.scheduledAt,
      characterCount: articles.characterCount,
      version: articles.version,
    })
    .from(articles)
    .leftJoin(creators, eq(creators.id, articles.createdBy))
    .leftJoin(assignees, eq(assignees.id, articles.assigneeId))
    .where(inArray(articles.id, ids));
  const lines = await sectionLines();
  const open = await openersOf(ids, now);
  const reviews = await reviewsOf(ids, now);
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id): QueueRow[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { sectionId, createdByName, assigneeName, ...rest } = row;
    return [
      {
        ...rest,
        sectionLine: lines.get(sectionId) ?? '',
        createdByName: createdByName ?? undefined,
        assigneeName: assigneeName ?? undefined,
        openBy: open.get(id) ?? [],
        review: reviews.get(id),
      },
    ];
  });
}

async function sectionLines(): Promise<Map<number, string>> {
  const tree = await reader()
    .select({ id: sections.id, parentId: sections.parentId, name: sections.name })
    .from(sections);
  const byId = new Map(tree.map((section) => [section.id, section]));
  const lineOf = (id: number): string[] => {
    const section = byId.get(id);
    if (section === undefined || section.parentId === null) return [];
    return [...lineOf(section.parentId), section.name];
  };
  return new Map(tree.map(({ id, name }) => [id, lineOf(id).join(' > ') || name]));
}

async function openersOf(ids: number[], now: Date): Promise<Map<number, string[]>> {
  const rows = await reader()
    .select({ articleId: openArticles.articleId, name: editors.name })
    .from(openArticles)
    .innerJoin(editors, eq(editors.id, openArticles.editorId))
    .where(
      and(
        inArray(openArticles.articleId, ids),
        gt(openArticles.seenAt, new Date(now.getTime() - openFor)),
        isNull(openArticles.yieldedAt),
      ),
    )
    .orderBy(asc(openArticles.openedAt), asc(openArticles.tab));
  const names = Map.groupBy(rows, ({ articleId }) => articleId);
  return new Map([...names].map(([id, open]) => [id, [...new Set(open.map(({ name }) => name))]]));
}

async function reviewsOf(ids: number[], now: Date): Promise<Map<number, RowReview>> {
  const rows = await reader()
    .select({
      articleId: articleReviews.articleId,
      stage: articleReviews.stage,
      importance: articleReviews.importance,
      sentAt: articleReviews.sentAt,
      dueAt: articleReviews.dueAt,
      returnedAt: articleReviews.returnedAt,
      unreviewedSince: articleReviews.unreviewedSince,
      status: articles.status,
    })
    .from(articleReviews)
    .innerJoin(articles, eq(articles.id, articleReviews.articleId))
    .where(inArray(articleReviews.articleId, ids));
  const claims = new Map(
    (await listClaims(reader(), ids, now)).map((claim) => [claim.articleId, claim.name]),
  );
  return new Map(
    rows.map(({ articleId, unreviewedSince, status, ...rest }) => [
      articleId,
      {
        ...rest,
        isUnreviewed: unreviewedSince !== null && status === 'published',
        claimedBy: claims.get(articleId),
      },
    ]),
  );
}
