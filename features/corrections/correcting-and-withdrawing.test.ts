import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { articles } from '@/db/schema/articles';
import { corrections } from '@/db/schema/corrections';
import { timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { findWithdrawnArticle } from '@/features/articles/find-withdrawn-article';
import { publishArticle } from '@/features/articles/publish-article';
import { reinstateArticle } from '@/features/articles/reinstate-article';
import { leaveInState, type Subject, valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { correctArticle, correctForm } from '@/features/corrections/correct-article';
import {
  correctionsOnAPage,
  countCorrectionPages,
  listCorrections,
} from '@/features/corrections/list-corrections';
import { removeCorrection } from '@/features/corrections/remove-correction';
import { findFeed } from '@/features/crawlers/feed-entries';
import { searchArticles } from '@/features/search/search-articles';

useFreshDatabase();

let chief: Editor;
let live: Subject;
beforeEach(async () => {
  chief = await addEditor('总编甲', ['chiefEditor']);
  live = await leaveInState(chief, 'published', chief, await addSection(await rootSectionId(), 'town'));
});

const correct = async (text: string, now = new Date()) =>
  valueOf(await correctArticle(chief, { articleId: live.articleId, text }, now)).correctionId;

const events = async () =>
  (await reader().select().from(timelineEvents).where(eq(timelineEvents.articleId, live.articleId))).map(
    ({ kind, note }) => [kind, note],
  );

test('a correction stands on the article and in the list, dated, and the article counts as changed then', async () => {
  const before = await readContentVersion();
  const now = new Date('2026-11-20T02:00:00Z');
  await correct('第一段的“3 月”应为“5 月”。', now);
  const article = await findPublishedArticle(live.articleId);
  expect(article?.corrections).toMatchObject([{ text: '第一段的“3 月”应为“5 月”。', publishedAt: now }]);
  expect(article?.modifiedAt).toEqual(now);
  expect(await listCorrections(1)).toMatchObject([{ articleId: live.articleId, headline: '河灯' }]);
  expect(await readContentVersion()).toBeGreaterThan(before);
  expect(await events()).toContainEqual(['corrected', '第一段的“3 月”应为“5 月”。']);
});

test('readers of a feed learn of a correction before the text, and the entry counts as updated', async () => {
  const now = new Date('2026-11-20T02:00:00Z');
  await correct('应为 <5 月>。', now);
  const [entry] = (await findFeed(''))!.entries;
  expect(entry!.updatedAt).toEqual(now);
  expect(entry!.html).toMatch(
    /^<p><strong>更正（2026-11-20 10:00）：<\/strong>应为 &lt;5 月&gt;。<\/p>\n<p>/u,
  );
});

test('the same correction sent twice is one', async () => {
  expect(await correct('时间应为周六。')).toBe(await correct('时间应为周六。'));
  expect(await reader().$count(corrections)).toBe(1);
});

test('only what readers see can be corrected', async () => {
  valueOf(await unpublishArticle(chief, { articleId: live.articleId, note: '' }));
  const refused = await correctArticle(chief, { articleId: live.articleId, text: '时间应为周六。' });
  expect(refused).toMatchObject({ ok: false, problems: [{ message: '只有读者正在看的稿件才需要更正。' }] });
  expect(await reader().$count(corrections)).toBe(0);
});

test('an empty correction and one that is a whole article are refused in words', () => {
  const messageOf = (text: string) => correctForm.safeParse({ articleId: 1, text }).error?.issues[0]?.message;
  expect(messageOf('  ')).toBe('请写明更正了什么');
  expect(messageOf('字'.repeat(501))).toBe('更正不能超过 500 字');
  expect(messageOf('字'.repeat(500))).toBeUndefined();
});

test('a correction that was wrong itself leaves readers and stays on record', async () => {
  const correctionId = await correct('时间应为周六。');
  const remove = () =>
    removeCorrection(chief, { articleId: live.articleId, correctionId, note: '原文没有错' });
  valueOf(await remove());
  expect((await findPublishedArticle(live.articleId))?.corrections).toEqual([]);
  expect(await listCorrections(1)).toEqual([]);
  expect(await reader().$count(corrections)).toBe(1);
  expect(await events()).toContainEqual(['correctionRemoved', '原文没有错']);
  expect(await remove()).toMatchObject({ ok: false });
});

test('a correction of another article cannot be taken back through this one', async () => {
  const correctionId = await correct('时间应为周六。');
  const other = await leaveInState(chief, 'published', chief, live.sectionId);
  const refused = await removeCorrection(chief, { articleId: other.articleId, correctionId, note: '错' });
  expect(refused.ok).toBe(false);
  expect((await findPublishedArticle(live.articleId))?.corrections).toHaveLength(1);
});

test('the list of corrections has pages, the newest first, and none past its end', async () => {
  const start = Date.parse('2026-11-01T00:00:00Z');
  for (let number = 0; number <= correctionsOnAPage; number += 1) {
    await correct(`第 ${number} 处。`, new Date(start + number * 60_000));
  }
  expect(await countCorrectionPages()).toBe(2);
  expect((await listCorrections(1))[0]?.text).toBe(`第 ${correctionsOnAPage} 处。`);
  expect((await listCorrections(2)).map(({ text }) => text)).toEqual(['第 0 处。']);
  const standing = async (query: string) =>
    (await resolveAddress('/corrections', new URLSearchParams(query))).kind;
  expect(await standing('')).toBe('live');
  expect(await standing('page=2')).toBe('live');
  expect(await standing('page=1')).toBe('moved');
  expect(await standing('page=3')).toBe('missing');
  expect(await standing('page=-1')).toBe('missing');
});

test('a withdrawn article is gone: its address says why, lists, search and corrections know it no more', async () => {
  await correct('时间应为周六。');
  const before = await readContentVersion();
  valueOf(await withdrawArticle(chief, { articleId: live.articleId, reason: '消息不实' }));
  expect((await resolveAddress(`/article/${live.articleId}`, new URLSearchParams())).kind).toBe('gone');
  expect(await findWithdrawnArticle(live.articleId)).toMatchObject({ withdrawalReason: '消息不实' });
  expect(await findPublishedArticle(live.articleId)).toBeUndefined();
  expect((await searchArticles('河灯')).articles).toEqual([]);
  expect(await listCorrections(1)).toEqual([]);
  expect(await countCorrectionPages()).toBe(1);
  expect(await readContentVersion()).toBeGreaterThan(before);
  expect(await events()).toContainEqual(['withdrawn', '消息不实']);
});

test('what was never public cannot be withdrawn', async () => {
  const draft = await leaveInState(chief, 'draft', chief, live.sectionId);
  const refused = await withdrawArticle(chief, { articleId: draft.articleId, reason: '不要了' });
  expect(refused).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('从未发布') }] });
});

test('an article that was offline can be withdrawn: its address answered 404 and answers 410 then', async () => {
  valueOf(await unpublishArticle(chief, { articleId: live.articleId, note: '' }));
  const standing = async () =>
    (await resolveAddress(`/article/${live.articleId}`, new URLSearchParams())).kind;
  expect(await standing()).toBe('missing');
  valueOf(await withdrawArticle(chief, { articleId: live.articleId, reason: '消息不实' }));
  expect(await standing()).toBe('gone');
});

test('a withdrawal taken back leads to the desk, not to readers; publication keeps address and first time', async () => {
  const [before] = await reader().select().from(articles).where(eq(articles.id, live.articleId));
  valueOf(await withdrawArticle(chief, { articleId: live.articleId, reason: '消息不实' }));
  await expect(publishArticle(chief, live)).rejects.toThrow('已经撤稿');
  valueOf(await reinstateArticle(chief, { articleId: live.articleId, note: '查实无误' }));
  expect((await resolveAddress(`/article/${live.articleId}`, new URLSearchParams())).kind).toBe('missing');
  valueOf(await publishArticle(chief, live));
  expect((await findPublishedArticle(live.articleId))?.publishedAt).toEqual(before!.publishedAt);
  expect(await reinstateArticle(chief, { articleId: live.articleId, note: '再来' })).toMatchObject({
    ok: false,
  });
});
