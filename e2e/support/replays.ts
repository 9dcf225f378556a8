import { type FormAction, previewIdOf } from '@/e2e/support/desk-actions';
import type { DeskVerb } from '@/features/access/role-verbs';
import type { State, Subject } from '@/features/articles/testing/article-acts';
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
