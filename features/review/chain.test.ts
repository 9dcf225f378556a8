import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { database, reader } from '@/db/client';
import { revisions, timelineEvents } from '@/db/schema/desk';
import { articleReviews, reviewSteps } from '@/db/schema/review';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { findArticleRow } from '@/features/articles/article-content';
import { discardChanges } from '@/features/articles/discard-changes';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { publishArticle } from '@/features/articles/publish-article';
import { returnArticle } from '@/features/articles/return-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { approveArticle, proofreadArticle } from '@/features/review/approve-article';
import { publishBeforeReview } from '@/features/review/publish-before-review';
import { setImportance } from '@/features/review/set-importance';
import { setReviewRules } from '@/features/review/set-review-rules';
import { textHash } from '@/features/review/text-hash';
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
import type { Outcome } from '@/lib/problems';

useFreshDatabase();

let root: number;
let town: number;
let people: People;

beforeEach(async () => {
  root = await rootSectionId();
  town = await addSection(root, 'town');
  people = await fourPeople(town);
});

const sentenceOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? undefined : outcome.problems.map(({ message }) => message).join();

const publish = async (editor: Editor, articleId: number) =>
  publishArticle(editor, { articleId, version: await versionOf(articleId) });

const stageOf = async (articleId: number) =>
  (await reader().select().from(articleReviews).where(eq(articleReviews.articleId, articleId)))[0]?.stage;

const stepsOf = (articleId: number) =>
  reader().select().from(reviewSteps).where(eq(reviewSteps.articleId, articleId)).orderBy(reviewSteps.id);

const kindsOf = async (articleId: number) =>
  (
    await reader()
      .select({ kind: timelineEvents.kind })
      .from(timelineEvents)
      .where(eq(timelineEvents.articleId, articleId))
      .orderBy(timelineEvents.id)
  ).map(({ kind }) => kind);

test('four people walk a text through three reviews and three proofreadings, and only then it is published', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const refusals = [];
  for (const [who, stage] of [
    [people.editor, 'first'],
    [people.head, 'second'],
    [people.chief, 'final'],
  ] as const) {
    refusals.push(sentenceOf(await publish(people.chief, articleId)));
    expect(await stageOf(articleId)).toBe(stage);
    expect(await approve(who, articleId, stage)).toEqual({
      ok: true,
      value: { isComplete: stage === 'final' },
    });
  }
  expect(refusals).toEqual([
    expect.stringContaining('还缺初审、一校、复审、二校、终审、三校'),
    expect.stringContaining('还缺复审、二校、终审、三校'),
    expect.stringContaining('还缺终审、三校'),
  ]);
  expect(await stageOf(articleId)).toBe('done');
  expect(await findPublishedArticle(articleId)).toBeUndefined();
  expect(await publish(people.chief, articleId)).toMatchObject({ ok: true });
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '河灯' });
  expect(await stageOf(articleId)).toBeNull();
  expect(await kindsOf(articleId)).toEqual([
    'created',
    'saved',
    'sent',
    'reviewed',
    'proofread',
    'reviewed',
    'proofread',
    'reviewed',
    'proofread',
    'published',
  ]);
  const version = await versionOf(articleId);
  expect(
    (await stepsOf(articleId)).map((step) => [step.stage, step.kind, step.editorName, step.version]),
  ).toEqual([
    ['first', 'review', '编辑庄', version],
    ['first', 'proofreading', '编辑庄', version],
    ['second', 'review', '主任梁', version],
    ['second', 'proofreading', '主任梁', version],
    ['final', 'review', '总编方', version],
    ['final', 'proofreading', '总编方', version],
  ]);
});

test('a stage cannot be jumped over, signed twice, or signed for a text that was not sent', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  expect(sentenceOf(await approve(people.chief, articleId, 'final'))).toContain('现在轮到初审');
  valueOf(await approve(people.editor, articleId, 'first'));
  expect(sentenceOf(await approve(people.editor, articleId, 'first'))).toContain('现在轮到复审');
  valueOf(await returnArticle(people.head, { articleId, note: '再核' }));
  expect(sentenceOf(await approve(people.editor, articleId, 'first'))).toContain('没有在审核中');
});

test('nobody reviews a text that they began or changed, in whatever role', async () => {
  const both = await addEditor('主任兼编辑', ['editor', 'departmentHead'], town);
  const articleId = await writeAndSend(both, town);
  expect(sentenceOf(await approve(both, articleId, 'first'))).toContain('不能审自己的文字');
  await write(people.editor, articleId, town, '河灯亮了');
  expect(sentenceOf(await approve(people.editor, articleId, 'first'))).toContain('不能审自己的文字');
});

test('whoever saves without changing anything is no author for it', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await write(people.editor, articleId, town, '河灯');
  expect(await approve(people.editor, articleId, 'first')).toMatchObject({ ok: true });
});

test('nobody takes part in two stages of one text', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const second = await addEditor('两岗', ['editor', 'departmentHead', 'chiefEditor'], town);
  valueOf(await approve(second, articleId, 'first'));
  expect(sentenceOf(await approve(second, articleId, 'second'))).toContain('同一个人只能参与一个审级');
  valueOf(await approve(people.head, articleId, 'second'));
  expect(sentenceOf(await approve(second, articleId, 'final'))).toContain('同一个人只能参与一个审级');
});

test('asking for fewer reviews and for more again does not let one person sign two', async () => {
  const second = await addEditor('两岗', ['departmentHead', 'chiefEditor'], town);
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await approve(second, articleId, 'second'));
  const rules = { sectionId: town, importantReviews: 3, headMayPublishFirst: null };
  valueOf(await setReviewRules(people.chief, { ...rules, reviews: 2 }));
  expect(sentenceOf(await approve(second, articleId, 'final'))).toContain('同一个人只能参与一个审级');
});

test('a higher role waits while somebody of the stage’s own role could review, and not after the due time', async () => {
  const dueAt = new Date('2026-11-23T10:00:00+08:00');
  const articleId = await writeAndSend(people.reporter, town, dueAt);
  const before = new Date(dueAt.getTime() - 1000);
  expect(sentenceOf(await approve(people.head, articleId, 'first', before))).toContain('可以由编辑庄来审');
  const after = new Date(dueAt.getTime() + 1000);
  expect(await approve(people.head, articleId, 'first', after)).toMatchObject({ ok: true });
});

test('a higher role may do a lower stage when the only one of that stage is the author', async () => {
  const articleId = await writeAndSend(people.editor, town);
  expect(await approve(people.head, articleId, 'first')).toMatchObject({ ok: true });
  expect(sentenceOf(await approve(people.head, articleId, 'second'))).toContain('同一个人');
});

test('one changed character after 复审 takes every signature away, and changing it back restores none', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await approve(people.head, articleId, 'second'));
  expect(await stageOf(articleId)).toBe('final');
  await write(people.reporter, articleId, town, '河灯。');
  expect(await stageOf(articleId)).toBe('first');
  expect((await stepsOf(articleId)).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
  expect(sentenceOf(await approve(people.chief, articleId, 'final'))).toContain('现在轮到初审');
  await write(people.reporter, articleId, town, '河灯');
  expect(await stageOf(articleId)).toBe('first');
  expect(sentenceOf(await publish(people.chief, articleId))).toContain('还缺初审');
  expect(await kindsOf(articleId)).toContain('approvalVoided');
});

test.for([
  ['a tag', { tags: ['夜游'] }],
  ['a credit', { credits: [{ role: 'editor' as const, name: '方既白' }] }],
  ['the abstract', { abstract: '摘要' }],
])('another value of %s is another text', async ([, changes]) => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  await write(people.reporter, articleId, town, '河灯', changes as object);
  expect(await stageOf(articleId)).toBe('first');
});

test('what was signed can be read as it was signed, though the next autosave comes within the same minute', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const autosave = async (headline: string) =>
    saveArticle(people.reporter, {
      articleId,
      baseVersion: await versionOf(articleId),
      kind: 'autosave',
      tab: 'tab-of-one-browser',
      content: finishedContent(town, headline),
    });
  expect(await autosave('河灯亮')).toMatchObject({ ok: true });
  valueOf(await approve(people.editor, articleId, 'first'));
  expect(await autosave('河灯亮了')).toMatchObject({ ok: true });
  const [signed] = await stepsOf(articleId);
  const kept = await reader().select().from(revisions).where(eq(revisions.articleId, articleId));
  const pinned = kept.find(({ version }) => version === signed!.version);
  expect(pinned?.content.headline).toBe('河灯亮');
  expect(textHash(pinned!.content)).toBe(signed!.textHash);
});

test('an unchanged text saved again keeps its signatures', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  await write(people.reporter, articleId, town, '河灯');
  expect(await stageOf(articleId)).toBe('second');
});

test('a text that was changed since it was looked at is not signed', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const seen = await versionOf(articleId);
  await write(people.reporter, articleId, town, '没看过的');
  const form = { articleId, version: seen, opinion: '' };
  const outcome = await approveArticle(people.editor, {
    ...form,
    stage: 'first',
    withProofreading: true,
    andPublish: false,
  });
  expect(sentenceOf(outcome)).toContain('刚被别人改过');
  expect(sentenceOf(await proofreadArticle(people.editor, form))).toContain('刚被别人改过');
  expect(await stepsOf(articleId)).toEqual([]);
});

test('what is returned starts over', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await returnArticle(people.head, { articleId, note: '标题不准' }));
  expect(await stageOf(articleId)).toBeNull();
  await send(people.reporter, articleId);
  expect(await stageOf(articleId)).toBe('first');
});

test('a proofreader corrects a misprint and signs; whoever began the text does not', async () => {
  const proofreader = await addEditor('校对章', ['proofreader'], town);
  const articleId = await writeAndSend(people.reporter, town);
  await write(proofreader, articleId, town, '河灯节');
  const form = { articleId, version: await versionOf(articleId), opinion: '改了一处' };
  expect(await proofreadArticle(proofreader, form)).toMatchObject({ ok: true });
  expect(sentenceOf(await proofreadArticle(people.editor, form))).toContain('已经由校对章校过');
  const own = await addEditor('编辑兼校对', ['editor', 'proofreader'], town);
  const begun = await writeAndSend(own, town);
  const ofOwn = { articleId: begun, version: await versionOf(begun), opinion: '' };
  expect(sentenceOf(await proofreadArticle(own, ofOwn))).toContain('不能校自己的文字');
});

test('a review without its proofreading leaves the stage open until somebody proofreads', async () => {
  const proofreader = await addEditor('校对章', ['proofreader'], town);
  const articleId = await writeAndSend(people.reporter, town);
  const version = await versionOf(articleId);
  valueOf(
    await approveArticle(people.editor, {
      articleId,
      version,
      stage: 'first',
      opinion: '可以',
      withProofreading: false,
      andPublish: false,
    }),
  );
  expect(sentenceOf(await approve(people.head, articleId, 'second'))).toContain('现在轮到初审');
  valueOf(await proofreadArticle(proofreader, { articleId, version, opinion: '' }));
  expect(await stageOf(articleId)).toBe('second');
});

test.for([
  [1, 'normal', ['final']],
  [2, 'normal', ['first', 'final']],
  [1, 'important', ['first', 'second', 'final']],
] as const)('a section that asks for %i, a text that is %s: %j', async ([reviews, importance, stages]) => {
  const rules = { sectionId: root, reviews, importantReviews: 3, headMayPublishFirst: false };
  valueOf(await setReviewRules(people.chief, rules));
  const articleId = await writeAndSend(people.reporter, town);
  valueOf(await setImportance(people.reporter, { articleId, importance }));
  const by = { first: people.editor, second: people.head, final: people.chief };
  for (const stage of stages) {
    expect(await publish(people.chief, articleId)).toMatchObject({ ok: false });
    valueOf(await approve(by[stage], articleId, stage));
  }
  expect(await publish(people.chief, articleId)).toMatchObject({ ok: true });
});

test('a section’s own rule stands against its parent’s, and taking it back follows the parent again', async () => {
  const rules = { reviews: 1, importantReviews: 1, headMayPublishFirst: null };
  valueOf(await setReviewRules(people.chief, { sectionId: town, ...rules }));
  const articleId = await writeAndSend(people.reporter, town);
  expect(await stageOf(articleId)).toBe('final');
  const inherited = { sectionId: town, reviews: null, importantReviews: null, headMayPublishFirst: null };
  valueOf(await setReviewRules(people.chief, inherited));
  expect(await stageOf(articleId)).toBe('first');
});

test('an author cannot lower what is asked of the own text', async () => {
  const articleId = await writeAndSend(people.head, town);
  valueOf(await setImportance(people.head, { articleId, importance: 'important' }));
  const lowered = await setImportance(people.head, { articleId, importance: 'normal' });
  expect(sentenceOf(lowered)).toContain('不能降低它的审级');
});

test('changes of a live article walk the same chain while readers keep the old text, and swap with 签发', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await walk(people, articleId);
  const first = valueOf(await publish(people.chief, articleId)).publishedAt;
  await write(people.reporter, articleId, town, '河灯今晚亮起');
  await send(people.reporter, articleId);
  expect((await findArticleRow(reader(), articleId))?.status).toBe('published');
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await approve(people.head, articleId, 'second'));
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '河灯' });
  valueOf(
    await approveArticle(people.chief, {
      articleId,
      version: await versionOf(articleId),
      stage: 'final',
      opinion: '签发',
      withProofreading: true,
      andPublish: true,
    }),
  );
  expect(await findPublishedArticle(articleId)).toMatchObject({
    headline: '河灯今晚亮起',
    publishedAt: first,
  });
});

test('returned changes of a live article leave the live text where it is', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await walk(people, articleId);
  valueOf(await publish(people.chief, articleId));
  await write(people.reporter, articleId, town, '改稿');
  await send(people.reporter, articleId);
  valueOf(await returnArticle(people.editor, { articleId, note: '不必改' }));
  expect(await findArticleRow(reader(), articleId)).toMatchObject({
    status: 'published',
    assigneeId: people.reporter.id,
  });
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '河灯' });
});

test('a signature whose publication is refused is not left behind', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await write(people.reporter, articleId, town, '河灯', { sourceName: '' });
  valueOf(await approve(people.editor, articleId, 'first'));
  valueOf(await approve(people.head, articleId, 'second'));
  const before = await stepsOf(articleId);
  const outcome = await approveArticle(people.chief, {
    articleId,
    version: await versionOf(articleId),
    stage: 'final',
    opinion: '',
    withProofreading: true,
    andPublish: true,
  });
  expect(outcome.ok).toBe(false);
  expect(await stepsOf(articleId)).toEqual(before);
});

test('what was taken off the site comes back under the signatures it had, and a changed text does not', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await walk(people, articleId);
  valueOf(await publish(people.chief, articleId));
  valueOf(await unpublishArticle(people.chief, { articleId, note: '' }));
  expect(await publish(people.chief, articleId)).toMatchObject({ ok: true });
  valueOf(await unpublishArticle(people.chief, { articleId, note: '' }));
  await write(people.reporter, articleId, town, '改过的');
  await write(people.reporter, articleId, town, '河灯');
  expect(sentenceOf(await publish(people.chief, articleId))).toContain('先审后发');
});

test('a chief editor publishes first, it stands in red, and the chain afterwards takes the red away', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const version = await versionOf(articleId);
  const form = { articleId, version, reason: '暴雨红色预警' };
  valueOf(await publishBeforeReview(people.chief, form));
  const red = async () =>
    (await reader().select().from(articleReviews).where(eq(articleReviews.articleId, articleId)))[0]!
      .unreviewedSince;
  expect(await red()).not.toBeNull();
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '河灯' });
  await walk(people, articleId);
  expect(await red()).toBeNull();
  expect(await stageOf(articleId)).toBeNull();
  expect(await kindsOf(articleId)).toEqual(
    expect.arrayContaining(['publishedBeforeReview', 'published', 'reviewCompleted']),
  );
});

test('whoever wrote what was published first is still its author, and a changed text is reviewed as a whole', async () => {
  const author = await addEditor('写稿的编辑', ['editor'], town);
  const articleId = await writeAndSend(author, town);
  const version = await versionOf(articleId);
  valueOf(await publishBeforeReview(people.chief, { articleId, version, reason: '急' }));
  expect(sentenceOf(await approve(author, articleId, 'first'))).toContain('不能审自己的文字');
  valueOf(await approve(people.editor, articleId, 'first'));
  await write(author, articleId, town, '补了一句');
  expect(await stageOf(articleId)).toBe('first');
  valueOf(await discardChanges(author, { articleId, version: await versionOf(articleId) }));
  expect(await stageOf(articleId)).toBe('first');
});

test('the head of a department publishes first only where the section allows it', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  const form = { articleId, version: await versionOf(articleId), reason: '急' };
  expect(sentenceOf(await publishBeforeReview(people.head, form))).toContain('不许部门主任先发后审');
  const rules = { sectionId: town, reviews: null, importantReviews: null, headMayPublishFirst: true };
  valueOf(await setReviewRules(people.chief, rules));
  expect(await publishBeforeReview(people.head, form)).toMatchObject({ ok: true });
});

test('an unchanged live article is not sent again', async () => {
  const articleId = await writeAndSend(people.reporter, town);
  await walk(people, articleId);
  valueOf(await publish(people.chief, articleId));
  const version = await versionOf(articleId);
  const sent = await sendArticle(people.chief, { articleId, version, assigneeId: null, note: '' });
  expect(sentenceOf(sent)).toContain('没有等待审核的修改');
});

test.for(["update review_steps set opinion = 'x'", 'delete from review_steps'])(
  '%s: what was signed stays as it was signed',
  async (statement) => {
    const articleId = await writeAndSend(people.reporter, town);
    valueOf(await approve(people.editor, articleId, 'first'));
    expect(() => database().writer.exec(statement)).toThrow('append-only');
    expect(() =>
      database().writer.exec("update review_steps set voided_at = 1, voided_why = 'x'"),
    ).not.toThrow();
    expect(() => database().writer.exec('update review_steps set voided_at = null')).toThrow('append-only');
  },
);
