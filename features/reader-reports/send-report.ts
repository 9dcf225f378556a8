import { createHmac } from 'node:crypto';
import { and, count, eq, gt } from 'drizzle-orm';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { readerReports } from '@/db/schema/reader-reports';
import { readPortalSecret } from '@/features/access/portal-secret';
import { addressKey } from '@/features/access/sign-in-limits';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { dayNumberOf } from '@/lib/dates';
import type { Problem } from '@/lib/problems';
import type { ReportForm } from '@/lib/reader-report';

const span = 10 * 60_000;

/** Reports within ten minutes: of one address, and of all together; and of one address on one day. */
export const reportLimits = { ofSender: 5, ofAll: 200, ofSenderADay: 20 };

export type SentReport = { ok: true } | { ok: false; problems: Problem[]; isTooMany: boolean };

/**
 * Takes what a reader reports. Anybody may; an address may do so a few times. What a program filled in is
 * thanked for and not kept. The same words about the same article twice are one report.
 */
export async function sendReport(form: ReportForm, address: string, now = new Date()): Promise<SentReport> {
  const { article: articleId, quote, text, contact, website } = form;
  if (website !== '') return { ok: true };
  const sender = senderOf(address, now);
  return tx(async (q) => {
    const body = articleId === null ? undefined : await liveBody(q, articleId);
    if (articleId !== null && body === undefined) {
      return refuse('这篇稿件已经不在网站上，不能再报错。您可以直接联系编辑部。');
    }
    const [same] = await q
      .select({ id: readerReports.id, articleId: readerReports.articleId })
      .from(readerReports)
      .where(and(eq(readerReports.sender, sender), eq(readerReports.text, text)));
    if (same !== undefined && same.articleId === articleId) return { ok: true };
    if (await isTooMany(q, sender, now)) {
      return { ...refuse('提交得太频繁了，请过十分钟再试。您写的内容还在下面。'), isTooMany: true };
    }
    await q.insert(readerReports).values({
      articleId,
      quote,
      blockIndex: body === undefined ? null : blockWith(body, quote),
      text,
      contact,
      sender,
      createdAt: now,
    });
    return { ok: true };
  });
}

function refuse(message: string): Extract<SentReport, { ok: false }> {
  return { ok: false, problems: [{ field: '', message }], isTooMany: false };
}

async function liveBody(q: Query, articleId: number): Promise<ArticleBody | undefined> {
  const [article] = await q
    .select({ body: articles.body })
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.status, 'published')));
  return article?.body;
}

/** The first block that holds the words; blanks and line breaks of a selection do not count. */
function blockWith(body: ArticleBody, quote: string): number | null {
  const wanted = compact(quote);
  if (wanted === '') return null;
  const index = body.content.findIndex((block) =>
    compact(bodyLines({ type: 'doc', content: [block] }).join('')).includes(wanted),
  );
  return index === -1 ? null : index;
}

function compact(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

async function isTooMany(q: Query, sender: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - span);
  const number = async (condition: ReturnType<typeof and>) => {
    const [row] = await q.select({ number: count() }).from(readerReports).where(condition);
    return row!.number;
  };
  const ofSender = eq(readerReports.sender, sender);
  const isRecent = gt(readerReports.createdAt, since);
  return (
    (await number(and(ofSender, isRecent))) >= reportLimits.ofSender ||
    // The name of a sender changes with the day.
    (await number(ofSender)) >= reportLimits.ofSenderADay ||
    (await number(isRecent)) >= reportLimits.ofAll
  );
}

/** The same address has the same name all day and another one tomorrow; without the secret it is no address. */
function senderOf(address: string, now: Date): string {
  return createHmac('sha256', readPortalSecret())
    .update(`report ${dayNumberOf(now)} ${addressKey(address)}`)
    .digest('base64url');
}
