import { beforeEach, expect, test } from 'vitest';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { publishArticle } from '@/features/articles/publish-article';
import { returnArticle } from '@/features/articles/return-article';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { countQueues } from '@/features/queue/count-queues';
import { listQueue } from '@/features/queue/list-queue';
import { delegateReview } from '@/features/review/delegations';
import { publishBeforeReview } from '@/features/review/publish-before-review';
import { claimReview } from '@/features/review/review-claims';
import {
  approve,
  fourPeople,
  type People,
  send,
  versionOf,
  walk,
  write,
  writeAndSend,
} from '@/features/review/testing/review-people';
import { type Queue, reviewQueues } from '@/lib/queue';

useFreshDatabase();

let town: number;
let people: People;

beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  people = await fourPeople(town);
});

async function heap(editor: Editor, queue: Queue, now = new Date()): Promise<number[]> {
  const { rows } = await listQueue(editor, { queue }, now);
  const counts = await countQueues(editor, now);
  expect([queue, counts[queue]]).toEqual([queue, rows.length]);
  return rows.map(({ id }) => id);
}

/** In whose heap 待我审 the article lies. */
async function waitsFor(articleId: number, others: Editor[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const one of [...Object.values(people), ...others]) {
    if ((await heap(one, 'toReview')).includes(articleId)) found.push(one.name);
  }
  return found;
}

test('a text waits for one stage after the other, and is signed in the heap of those who sign', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  expect(await waitsFor(articleId)).toEqual(['编辑庄']);
  expect(await heap(people.chief, 'toSign')).toEqual([]);
  valueOf(await approve(people.editor, articleId, 'first'));
  expect(await waitsFor(articleId)).toEqual(['主任梁']);
  valueOf(await approve(people.head, articleId, 'second'));
  expect(await waitsFor(articleId)).toEqual(['总编方']);
  expect(await heap(people.chief, 'toSign')).toEqual([articleId]);
  valueOf(await approve(people.chief, articleId, 'final'));
  expect(await waitsFor(articleId)).toEqual([]);
  expect(await heap(people.head, 'toSign')).toEqual([articleId]);
  valueOf(await publishArticle(people.chief, { articleId, version: await versionOf(articleId) }));
  for (const queue of reviewQueues) expect([queue, await heap(people.chief, queue)]).toEqual([queue, []]);
});

test('nothing of one’s own waits for oneself; without anybody else it waits for whoever stands higher', async () => {
  const articleId = await writeAndSend(people.editor, town);
  expect(await waitsFor(articleId)).toEqual(['主任梁', '总编方']);
  const second = await addEditor('编辑秦', ['editor'], town);
  await write(people.head, articleId, town, '换个标题');
  expect(await waitsFor(articleId, [second])).toEqual(['编辑秦']);
});

test('a proofreader finds what lacks a proofreading, and nobody finds what lies in another section', async () => {
  const proofreader = await addEditor('校对章', ['proofreader'], town);
  const elsewhere = await addEditor('编辑别处', ['editor'], await addSection(await rootSectionId(), 'sea'));
  const articleId = await writeAndSend(people.reporter, town);
  expect(await waitsFor(articleId, [proofreader, elsewhere])).toEqual(['编辑庄', '校对章']);
});

test('what a colleague lent while away waits for the one it was lent to', async () => {
  const deputy = await addEditor('编辑秦', ['editor'], town);
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  expect(await heap(deputy, 'toReview')).toEqual([]);
  const now = new Date();
  const endsAt = new Date(now.getTime() + 3600_000);
  valueOf(await delegateReview(people.head, { toEditorId: deputy.id, startsAt: now, endsAt }, now));
  expect(await heap(deputy, 'toReview')).toEqual([articleId]);
});

test('a text that is late lies in 已超时 for everybody who sees it, and waits for whoever stands higher', async () => {
  const dueAt = new Date('2026-11-23T10:00:00+08:00');
  const articleId = await writeAndSend(people.reporter, town, dueAt);
  const [before, after] = [-1, 1].map((seconds) => new Date(dueAt.getTime() + seconds * 1000));
  expect(await heap(people.reporter, 'overdue', before)).toEqual([]);
  expect(await heap(people.reporter, 'overdue', after)).toEqual([articleId]);
  expect(await heap(people.head, 'toReview', before)).toEqual([]);
  expect(await heap(people.head, 'toReview', after)).toEqual([articleId]);
});

test('what I returned stays in my heap until it is sent again', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await returnArticle(people.editor, { articleId, note: '核实' }));
  expect(await heap(people.editor, 'returned')).toEqual([articleId]);
  expect(await heap(people.head, 'returned')).toEqual([]);
  await send(people.reporter, articleId);
  expect(await heap(people.editor, 'returned')).toEqual([]);
});

test('what was published before its review lies in red until its chain is complete', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const version = await versionOf(articleId);
  valueOf(await publishBeforeReview(people.chief, { articleId, version, reason: '急' }));
  expect(await heap(people.reporter, 'unreviewed')).toEqual([articleId]);
  expect((await listQueue(people.reporter, { queue: 'unreviewed' })).rows[0]?.review?.isUnreviewed).toBe(
    true,
  );
  expect(await waitsFor(articleId)).toEqual(['编辑庄']);
  await walk(people, articleId);
  expect(await heap(people.reporter, 'unreviewed')).toEqual([]);
});

test('a line tells who is looking', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await claimReview(people.editor, { articleId, tab: 'tab-of-one-browser' }));
  const { rows } = await listQueue(people.head, { queue: 'waiting' });
  expect(rows[0]?.review).toMatchObject({ stage: 'first', claimedBy: '编辑庄' });
});
