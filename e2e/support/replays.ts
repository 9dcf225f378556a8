import { correctionIdOf, type FormAction, previewIdOf, scheduleIdOf } from '@/e2e/support/desk-actions';
import type { DeskVerb } from '@/features/access/role-verbs';
import { nextYear, type State, type Subject } from '@/features/articles/testing/article-acts';
import { finishedContent } from '@/features/articles/testing/desk-articles';

const tab = 'tab-of-a-stranger';

export type Replay = {
  action: FormAction;
  verb: DeskVerb;
  state: State;
  input: (subject: Subject) => Promise<unknown>;
};

const numbered = ({ articleId, version }: Subject) => Promise.resolve({ articleId, version });

/** Every request of the form that is about an article, with the right it needs and a state in which it succeeds. */
export const replays: Replay[] = [
  {
    action: 'save',
    verb: 'editArticle',
    state: 'draft',
    input: async ({ articleId, version, sectionId }) => ({
      articleId,
      baseVersion: version,
      kind: 'save',
      tab,
      content: finishedContent(sectionId, '别人写的标题'),
    }),
  },
  { action: 'publish', verb: 'publishArticle', state: 'draft', input: numbered },
  {
    action: 'unpublish',
    verb: 'unpublishArticle',
    state: 'published',
    input: async ({ articleId }) => ({ articleId, note: '' }),
  },
  {
    action: 'schedule',
    verb: 'publishArticle',
    state: 'draft',
    input: async ({ articleId, version }) => ({ articleId, kind: 'publish', version, ...nextYear() }),
  },
  {
    action: 'cancelSchedule',
    verb: 'publishArticle',
    state: 'scheduled',
    input: async ({ articleId }) => ({ articleId, scheduleId: await scheduleIdOf(articleId) }),
  },
  {
    action: 'setEmbargo',
    verb: 'editArticle',
    state: 'draft',
    input: async ({ articleId }) => ({ articleId, until: nextYear().at, zone: 'Asia/Shanghai' }),
  },
  {
    action: 'correct',
    verb: 'correctArticle',
    state: 'published',
    input: async ({ articleId }) => ({ articleId, text: '别人写的更正。' }),
  },
  {
    action: 'removeCorrection',
    verb: 'correctArticle',
    state: 'corrected',
    input: async ({ articleId }) => ({
      articleId,
      correctionId: await correctionIdOf(articleId),
      note: '不对',
    }),
  },
  {
    action: 'withdraw',
    verb: 'withdrawArticle',
    state: 'published',
    input: async ({ articleId }) => ({ articleId, reason: '别人的理由' }),
  },
  {
    action: 'reinstate',
    verb: 'withdrawArticle',
    state: 'withdrawn',
    input: async ({ articleId }) => ({ articleId, note: '别人的理由' }),
  },
  { action: 'deleteDraft', verb: 'deleteDraft', state: 'draft', input: numbered },
  {
    action: 'send',
    verb: 'sendArticle',
    state: 'draft',
    input: async ({ articleId, version }) => ({
      articleId,
      version,
      assigneeId: null,
      note: '',
      dueAt: null,
    }),
  },
  {
    action: 'returnToAuthor',
    verb: 'returnArticle',
    state: 'inReview',
    input: async ({ articleId }) => ({ articleId, note: '请核实' }),
  },
  { action: 'discard', verb: 'editArticle', state: 'changed', input: numbered },
  {
    action: 'makePreview',
    verb: 'makePreview',
    state: 'draft',
    input: async ({ articleId }) => ({ articleId, days: 3 }),
  },
  {
    action: 'revokePreview',
    verb: 'makePreview',
    state: 'previewed',
    input: async ({ articleId }) => ({ articleId, previewId: await previewIdOf(articleId) }),
  },
  {
    action: 'takeOver',
    verb: 'editArticle',
    state: 'draft',
    input: async ({ articleId }) => ({ articleId, tab }),
  },
  {
    action: 'keepOpen',
    verb: 'viewArticle',
    state: 'draft',
    input: async ({ articleId }) => ({ articleId, tab }),
  },
];
