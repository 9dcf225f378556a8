import { eq } from 'drizzle-orm';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import type { DeskVerb } from '@/features/access/role-verbs';
import { createArticle } from '@/features/articles/create-article';
import { deleteDraft } from '@/features/articles/delete-draft';
import { discardChanges } from '@/features/articles/discard-changes';
import { getArticleForDesk } from '@/features/articles/get-article-for-desk';
import { keepOpen, takeOver } from '@/features/articles/open-articles';
import { listPreviews, makePreview, revokePreview } from '@/features/articles/previews';
import { publishArticle } from '@/features/articles/publish-article';
import { returnArticle } from '@/features/articles/return-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { finishedContent } from '@/features/articles/testing/desk-articles';
import { reinstateArticle } from '@/features/articles/reinstate-article';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { approveText } from '@/features/review/testing/approve-text';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { correctArticle } from '@/features/corrections/correct-article';
import { removeCorrection } from '@/features/corrections/remove-correction';
import { cancelSchedule } from '@/features/schedule/cancel-schedule';
import { scheduleArticle } from '@/features/schedule/schedule-article';
import { setEmbargo } from '@/features/schedule/set-embargo';
import { compareRevisions } from '@/features/versions/compare-revisions';
import { listRevisions } from '@/features/versions/list-revisions';
import { restoreRevision } from '@/features/versions/restore-revision';
import type { Outcome } from '@/lib/problems';
import { wallTimeIn } from '@/lib/zoned-time';

/** What can be done to an article at the desk, and the states in which it can be done. */

const tab = 'tab-of-one-browser';

export type State =
  'draft' | 'inReview' | 'published' | 'changed' | 'previewed' | 'corrected' | 'scheduled' | 'withdrawn';
export type Subject = { articleId: number; version: number; sectionId: number };
type Act = {
  verb: DeskVerb;
  state: State;
  act: (editor: Editor, subject: Subject) => Promise<unknown>;
};

const text = (sectionId: number, headline = '河灯') => finishedContent(sectionId, headline);

/** Every verb of features/articles that is done to an article, by the right that it demands. */
export const articleActs: Record<string, Act> = {
  looks: {
    verb: 'viewArticle',
    state: 'draft',
    act: (editor, { articleId }) => getArticleForDesk(editor, articleId),
  },
  'keeps open': {
    verb: 'viewArticle',
    state: 'draft',
    act: (editor, { articleId }) => keepOpen(editor, { articleId, tab }),
  },
  saves: {
    verb: 'editArticle',
    state: 'draft',
    act: (editor, { articleId, version, sectionId }) =>
      saveArticle(editor, {
        articleId,
        baseVersion: version,
        kind: 'save',
        tab,
        content: text(sectionId, '改过的标题'),
      }),
  },
  'looks at versions': {
    verb: 'viewArticle',
    state: 'changed',
    act: (editor, { articleId }) => listRevisions(editor, articleId),
  },
  'compares versions': {
    verb: 'viewArticle',
    state: 'changed',
    act: (editor, { articleId, version }) => compareRevisions(editor, articleId, [version - 1, version]),
  },
  'restores a version': {
    verb: 'editArticle',
    state: 'changed',
    act: (editor, { articleId, version }) =>
      restoreRevision(editor, { articleId, version, restored: version - 1 }),
  },
  'takes over': {
    verb: 'editArticle',
    state: 'draft',
    act: (editor, { articleId }) => takeOver(editor, { articleId, tab }),
  },
  'discards changes': {
    verb: 'editArticle',
    state: 'changed',
    act: (editor, { articleId, version }) => discardChanges(editor, { articleId, version }),
  },
  sends: {
    verb: 'sendArticle',
    state: 'draft',
    act: (editor, { articleId, version }) =>
      sendArticle(editor, { articleId, version, assigneeId: null, note: '' }),
  },
  returns: {
    verb: 'returnArticle',
    state: 'inReview',
    act: (editor, { articleId }) => returnArticle(editor, { articleId, note: '请核实' }),
  },
  publishes: {
    verb: 'publishArticle',
    state: 'draft',
    act: (editor, { articleId, version }) => publishArticle(editor, { articleId, version }),
  },
  'publishes changes': {
    verb: 'publishArticle',
    state: 'changed',
    act: (editor, { articleId, version }) => publishArticle(editor, { articleId, version }),
  },
  unpublishes: {
    verb: 'unpublishArticle',
    state: 'published',
    act: (editor, { articleId }) => unpublishArticle(editor, { articleId, note: '' }),
  },
  'sets a time': {
    verb: 'publishArticle',
    state: 'draft',
    act: (editor, { articleId, version }) =>
      scheduleArticle(editor, { articleId, kind: 'publish', version, ...nextYear() }),
  },
  'sets a time to take off': {
    verb: 'unpublishArticle',
    state: 'published',
    act: (editor, { articleId, version }) =>
      scheduleArticle(editor, { articleId, kind: 'unpublish', version, ...nextYear() }),
  },
  'cancels a time': {
    verb: 'publishArticle',
    state: 'scheduled',
    act: (editor, { articleId }) => cancelSchedule(editor, { articleId, scheduleId: 1 }),
  },
  'sets an embargo': {
    verb: 'editArticle',
    state: 'draft',
    act: (editor, { articleId }) =>
      setEmbargo(editor, { articleId, until: nextYear().at, zone: 'Asia/Shanghai' }),
  },
  corrects: {
    verb: 'correctArticle',
    state: 'published',
    act: (editor, { articleId }) => correctArticle(editor, { articleId, text: '第一段的年份应为 2019 年。' }),
  },
  'takes a correction back': {
    verb: 'correctArticle',
    state: 'corrected',
    act: (editor, { articleId }) =>
      removeCorrection(editor, { articleId, correctionId: 1, note: '原文没有错' }),
  },
  withdraws: {
    verb: 'withdrawArticle',
    state: 'published',
    act: (editor, { articleId }) => withdrawArticle(editor, { articleId, reason: '消息不实' }),
  },
  reinstates: {
    verb: 'withdrawArticle',
    state: 'withdrawn',
    act: (editor, { articleId }) => reinstateArticle(editor, { articleId, note: '查实无误' }),
  },
  'deletes a draft': {
    verb: 'deleteDraft',
    state: 'draft',
    act: (editor, { articleId, version }) => deleteDraft(editor, { articleId, version }),
  },
  'makes a preview': {
    verb: 'makePreview',
    state: 'draft',
    act: (editor, { articleId }) => makePreview(editor, { articleId, days: 1 }),
  },
  'revokes a preview': {
    verb: 'makePreview',
    state: 'previewed',
    act: (editor, { articleId }) => revokePreview(editor, { articleId, previewId: 1 }),
  },
  'lists previews': {
    verb: 'makePreview',
    state: 'previewed',
    act: (editor, { articleId }) => listPreviews(editor, articleId),
  },
  begins: {
    verb: 'createArticle',
    state: 'draft',
    act: (editor, { sectionId }) =>
      createArticle(editor, { sectionId, headline: '新的', formKey: crypto.randomUUID() }),
  },
};

/** A wall-clock time that is far enough off. */
export function nextYear(): { at: string; zone: string } {
  return { at: wallTimeIn('Asia/Shanghai', new Date(Date.now() + 365 * 86_400_000)), zone: 'Asia/Shanghai' };
}

/** What a verb answered; throws its first problem. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.problems[0]!.message);
  return outcome.value;
}

/** An article in this state that `owner` began; `chief`, who may everything, brought it there. */
export async function leaveInState(
  chief: Editor,
  state: State,
  owner: Editor,
  sectionId: number,
): Promise<Subject> {
  const begun = await createArticle(chief, { sectionId, headline: '', formKey: crypto.randomUUID() });
  const { articleId } = valueOf(begun);
  const save = async (baseVersion: number, headline: string) =>
    valueOf(
      await saveArticle(chief, {
        articleId,
        baseVersion,
        kind: 'save',
        tab: 'tab-of-the-builder',
        content: text(sectionId, headline),
      }),
    ).version;
  let version = await save(1, '河灯');
  if (state === 'inReview') {
    valueOf(await sendArticle(chief, { articleId, version, assigneeId: null, note: '' }));
  }
  // Everything but review itself starts from a text that others have signed.
  if (state !== 'inReview') await approveText(articleId);
  if (['published', 'changed', 'corrected', 'withdrawn'].includes(state)) {
    valueOf(await publishArticle(chief, { articleId, version }));
  }
  if (state === 'scheduled') {
    valueOf(await scheduleArticle(chief, { articleId, kind: 'publish', version, ...nextYear() }));
  }
  if (state === 'corrected') valueOf(await correctArticle(chief, { articleId, text: '时间应为周六。' }));
  if (state === 'withdrawn') valueOf(await withdrawArticle(chief, { articleId, reason: '消息不实' }));
  if (state === 'changed') {
    version = await save(version, '河灯亮了');
    await approveText(articleId);
  }
  if (state === 'previewed') valueOf(await makePreview(chief, { articleId, days: 7 }));
  await tx((q) => q.update(articles).set({ createdBy: owner.id }).where(eq(articles.id, articleId)));
  return { articleId, version, sectionId };
}
