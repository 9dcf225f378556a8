import type { SaveAnswer } from '@/components/desk/article-form/draft-keeper';
import type { StyleActions } from '@/components/desk/house-style/use-style-check';
import type { Presence } from '@/features/articles/open-articles';
import type { RelatedArticle } from '@/features/articles/get-article-for-desk';
import type { ArticleContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';
import type { Problem } from '@/lib/problems';

export type ActionAnswer<Value = undefined> =
  { ok: true; value: Value } | { ok: false; problems: Problem[]; isSignedOut?: true };

/** The server's side of the form, passed in by its page. Every one asks again who may. */
export type ArticleActions = StyleActions & {
  save: (input: {
    articleId: number;
    baseVersion: number;
    kind: 'autosave' | 'save';
    tab: string;
    content: ArticleContent;
  }) => Promise<SaveAnswer>;
  publish: (input: { articleId: number; version: number }) => Promise<ActionAnswer<{ publishedAt: Date }>>;
  unpublish: (input: { articleId: number; note: string }) => Promise<ActionAnswer>;
  schedule: (input: {
    articleId: number;
    kind: 'publish' | 'unpublish';
    version: number;
    at: string;
    zone: string;
  }) => Promise<ActionAnswer<{ scheduleId: number; dueAt: Date }>>;
  cancelSchedule: (input: { articleId: number; scheduleId: number }) => Promise<ActionAnswer>;
  setEmbargo: (input: {
    articleId: number;
    until: string | null;
    zone: string;
  }) => Promise<ActionAnswer<{ embargoUntil: Date | null }>>;
  closeReport: (input: {
    reportId: number;
    state: 'answered' | 'corrected' | 'dropped';
    note: string;
  }) => Promise<ActionAnswer>;
  correct: (input: { articleId: number; text: string }) => Promise<ActionAnswer<{ correctionId: number }>>;
  removeCorrection: (input: {
    articleId: number;
    correctionId: number;
    note: string;
  }) => Promise<ActionAnswer>;
  withdraw: (input: { articleId: number; reason: string }) => Promise<ActionAnswer>;
  reinstate: (input: { articleId: number; note: string }) => Promise<ActionAnswer>;
  deleteDraft: (input: { articleId: number; version: number }) => Promise<ActionAnswer>;
  discard: (input: { articleId: number; version: number }) => Promise<ActionAnswer>;
  send: (input: {
    articleId: number;
    version: number;
    assigneeId: number | null;
    note: string;
    dueAt: Date | null;
  }) => Promise<ActionAnswer>;
  returnToAuthor: (input: { articleId: number; note: string }) => Promise<ActionAnswer>;
  keepOpen: (input: { articleId: number; tab: string }) => Promise<ActionAnswer<Presence>>;
  takeOver: (input: { articleId: number; tab: string }) => Promise<ActionAnswer<Presence>>;
  close: (input: { articleId: number; tab: string }) => Promise<ActionAnswer>;
  makePreview: (input: {
    articleId: number;
    days: number;
  }) => Promise<ActionAnswer<{ address: string; expiresAt: Date }>>;
  revokePreview: (input: { articleId: number; previewId: number }) => Promise<ActionAnswer>;
  findArticles: (input: { words: string }) => Promise<ActionAnswer<RelatedArticle[]>>;
  listPictures: (input: { words: string }) => Promise<ActionAnswer<DeskPicture[]>>;
};
