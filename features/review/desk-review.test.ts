import { beforeEach, expect, test } from 'vitest';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { getReviewForDesk } from '@/features/review/get-review-for-desk';
import { getReviewSheet } from '@/features/review/get-review-sheet';
import { publishBeforeReview } from '@/features/review/publish-before-review';
import { markParagraph, resolveMark } from '@/features/review/review-marks';
import {
  approve,
  fourPeople,
  type People,
  versionOf,
  walk,
  write,
  writeAndSend,
} from '@/features/review/testing/review-people';

useFreshDatabase();

let town: number;
let people: People;

beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  people = await fourPeople(town);
});

test('the page offers a signature to whom the verb would take it from, and tells the others why not', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const mine = async (editor: Editor) => (await getReviewForDesk(editor, articleId)).mine.review;
  expect(await mine(people.editor)).toBe(true);
  expect(await mine(people.head)).toContain('可以由编辑庄来审');
  expect(await mine(people.reporter)).toBe(false);
  await write(people.editor, articleId, town, '改过');
  expect(await mine(people.editor)).toContain('不能审自己的文字');
  expect(await mine(people.head)).toBe(true);
});

test('the page says whose turn it is and what was signed', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  const review = await getReviewForDesk(people.head, articleId);
  expect(review.current).toBe('second');
  expect(review.stages.map(({ candidates, review: one }) => [one?.name, candidates])).toEqual([
    ['编辑庄', []],
    [undefined, ['主任梁']],
    [undefined, ['总编方']],
  ]);
  expect(review.problems[0]?.message).toContain('还缺复审、二校、终审、三校');
});

test('a newsroom of one person reads what to do instead of standing before a wall', async () => {
  const alone = await addEditor('一个人', ['chiefEditor'], await addSection(await rootSectionId(), 'sea'));
  const articleId = await writeAndSend(alone, alone.roles[0]!.sectionId);
  const lonely = await getReviewForDesk(alone, articleId);
  // The chief editor of the whole portal could do one of three stages and no more.
  expect(lonely.deadEnd).toContain('邀请同事');
  expect(lonely.mine.canPublishFirst).toBe(true);
  const inTown = await writeAndSend(people.reporter, town);
  expect((await getReviewForDesk(people.chief, inTown)).deadEnd).toBeUndefined();
});

test('three stages and two people is a dead end, though each stage has somebody', async () => {
  const sea = await addSection(await rootSectionId(), 'sea');
  await addEditor('主任海', ['departmentHead'], sea);
  const author = await addEditor('记者海', ['reporter'], sea);
  const articleId = await writeAndSend(author, sea);
  expect((await getReviewForDesk(author, articleId)).deadEnd).toContain('同事不够');
});

test('marks are told with their paragraph until they are dealt with', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const form = {
    articleId,
    version: await versionOf(articleId),
    blockIndex: 0,
    quote: '步道',
    note: '何时开放',
  };
  const { markId } = valueOf(await markParagraph(people.editor, form));
  const marks = async () => (await getReviewForDesk(people.reporter, articleId)).marks;
  expect(await marks()).toMatchObject([
    { blockIndex: 0, quote: '步道', editorName: '编辑庄', resolvedAt: null },
  ]);
  valueOf(await resolveMark(people.reporter, { articleId, markId }));
  expect(await marks()).toMatchObject([{ resolvedByName: '记者沈' }]);
});

test('the sheet names who signed what under which text, and what no longer counts', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  const before = (await getReviewSheet(people.chief, articleId)).textHash;
  await write(people.reporter, articleId, town, '改过');
  await walk(people, articleId);
  const sheet = await getReviewSheet(people.chief, articleId);
  expect(sheet.textHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(sheet.textHash).not.toBe(before);
  expect(sheet.isComplete).toBe(true);
  expect(sheet.progress.map(({ review }) => [review?.editorName, review?.textHash])).toEqual([
    ['编辑庄', sheet.textHash],
    ['主任梁', sheet.textHash],
    ['总编方', sheet.textHash],
  ]);
  expect(sheet.earlier.map(({ kind, textHash, voidedWhy }) => [kind, textHash, voidedWhy])).toEqual([
    ['proofreading', before, expect.stringContaining('改动了文字')],
    ['review', before, expect.stringContaining('改动了文字')],
  ]);
});

test('what is live before its review says so on the page and on the sheet', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const version = await versionOf(articleId);
  valueOf(await publishBeforeReview(people.chief, { articleId, version, reason: '暴雨预警' }));
  expect((await getReviewForDesk(people.reporter, articleId)).unreviewed).toMatchObject({
    by: '总编方',
    reason: '暴雨预警',
  });
  expect((await getReviewSheet(people.reporter, articleId)).state?.unreviewedReason).toBe('暴雨预警');
});

test('page and sheet are for whoever may see the article', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const elsewhere = await addEditor('别处', ['editor'], await addSection(await rootSectionId(), 'sea'));
  await expect(getReviewForDesk(elsewhere, articleId)).rejects.toThrow(NotAllowedError);
  await expect(getReviewSheet(elsewhere, articleId)).rejects.toThrow(NotAllowedError);
});
