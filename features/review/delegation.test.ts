import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { reviewSteps } from '@/db/schema/review';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { setDisabled } from '@/features/access/disable-editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { delegateReview, endDelegation, listDelegations } from '@/features/review/delegations';
import { claimFor, claimReview, listClaimsFor, releaseClaim } from '@/features/review/review-claims';
import { approve, fourPeople, type People, writeAndSend } from '@/features/review/testing/review-people';
import type { Outcome } from '@/lib/problems';

useFreshDatabase();

let town: number;
let people: People;
let deputy: Editor;

beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  people = await fourPeople(town);
  deputy = await addEditor('编辑秦', ['editor'], town);
});

const start = new Date('2026-11-23T08:00:00+08:00');
const end = new Date('2026-11-25T08:00:00+08:00');
const within = new Date('2026-11-24T08:00:00+08:00');
const sentenceOf = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.problems[0]!.message);
const lend = (from: Editor, to: Editor) =>
  delegateReview(from, { toEditorId: to.id, startsAt: start, endsAt: end }, start);

test('a colleague signs with a lent right while it is lent, and the record names both', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  await expect(approve(deputy, articleId, 'second', within)).rejects.toThrow(NotAllowedError);
  valueOf(await lend(people.head, deputy));
  await expect(approve(deputy, articleId, 'second', end)).rejects.toThrow(NotAllowedError);
  expect(await approve(deputy, articleId, 'second', within)).toMatchObject({ ok: true });
  const steps = await reader().select().from(reviewSteps).where(eq(reviewSteps.articleId, articleId));
  expect(steps.find(({ stage }) => stage === 'second')).toMatchObject({
    editorName: '编辑秦',
    onBehalfOfName: '主任梁',
  });
});

test('a lent right reaches no text that either of the two wrote, and no second stage', async () => {
  valueOf(await lend(people.head, deputy));
  const ofLender = await writeAndSend(people.head, town);
  valueOf(await approve(people.editor, ofLender, 'first', within));
  expect(sentenceOf(await approve(deputy, ofLender, 'second', within))).toContain('不能由您代审');
  const ofDeputy = await writeAndSend(deputy, town);
  valueOf(await approve(people.editor, ofDeputy, 'first', within));
  expect(sentenceOf(await approve(deputy, ofDeputy, 'second', within))).toContain('不能审自己的文字');
  const third = await writeAndSend(people.reporter, town);
  valueOf(await approve(deputy, third, 'first', within));
  expect(sentenceOf(await approve(deputy, third, 'second', within))).toContain('只能参与一个审级');
});

test('neither does whoever lent it sign another stage', async () => {
  const both = await addEditor('主任兼总编', ['departmentHead', 'chiefEditor'], town);
  valueOf(await lend(both, deputy));
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first', within));
  valueOf(await approve(deputy, articleId, 'second', within));
  expect(sentenceOf(await approve(both, articleId, 'final', within))).toContain('只能参与一个审级');
});

test('a right that was taken back, or whose lender’s account is closed, is gone at once', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await lend(people.head, deputy));
  const [lent] = await listDelegations(people.head, within);
  expect(lent).toMatchObject({ toName: '编辑秦', isMine: true });
  valueOf(await endDelegation(people.head, { delegationId: lent!.id }, within));
  expect(await listDelegations(deputy, within)).toEqual([]);
  await expect(approve(deputy, articleId, 'second', within)).rejects.toThrow(NotAllowedError);
  valueOf(await lend(people.head, deputy));
  await addEditor('管理员', ['administrator']);
  valueOf(await setDisabled(undefined, { editorId: people.head.id, isDisabled: true }));
  await expect(approve(deputy, articleId, 'second', within)).rejects.toThrow(NotAllowedError);
});

test('whoever could not open the articles is lent nothing', async () => {
  const elsewhere = await addEditor('别处', ['editor'], await addSection(await rootSectionId(), 'sea'));
  expect(sentenceOf(await lend(people.head, elsewhere))).toContain('打不开您审的全部稿件');
  expect(sentenceOf(await lend(people.head, people.head))).toContain('请选择一位');
});

test('who is away is not waited for: whoever stands higher steps in', async () => {
  const articleId = await writeAndSend(deputy, town);
  expect(sentenceOf(await approve(people.head, articleId, 'first', within))).toContain('编辑庄');
  valueOf(await lend(people.editor, deputy));
  expect(await approve(people.head, articleId, 'first', within)).toMatchObject({ ok: true });
});

const tab = 'tab-of-one-browser';

test('a claim is seen by those who may see the article until it is given back or half a minute old', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await claimReview(people.editor, { articleId, tab }, start));
  const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
  expect(await listClaimsFor(people.head, later(1))).toEqual([{ articleId, name: '编辑庄', isSelf: false }]);
  expect(await listClaimsFor(people.editor, later(1))).toMatchObject([{ isSelf: true }]);
  const elsewhere = await addEditor('别处', ['editor'], await addSection(await rootSectionId(), 'sea'));
  expect(await listClaimsFor(elsewhere, later(1))).toEqual([]);
  expect(sentenceOf(await claimReview(people.head, { articleId, tab }, later(1)))).toContain('编辑庄正在看');
  valueOf(await releaseClaim(people.head, { articleId, tab }));
  expect(await listClaimsFor(people.head, later(1))).toHaveLength(1);
  valueOf(await claimReview(people.editor, { articleId, tab }, later(20_000)));
  expect(await listClaimsFor(people.head, later(claimFor + 1))).toHaveLength(1);
  expect(await listClaimsFor(people.head, later(20_000 + claimFor))).toEqual([]);
  expect(await claimReview(people.head, { articleId, tab }, later(20_000 + claimFor))).toMatchObject({
    ok: true,
  });
  valueOf(await releaseClaim(people.head, { articleId, tab }));
  expect(await listClaimsFor(people.editor, later(20_000 + claimFor))).toEqual([]);
});
