import { beforeEach, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { database } from '@/db/client';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { type DeskVerb, roleVerbs } from '@/features/access/role-verbs';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import {
  approveArticle,
  approveForm,
  proofreadArticle,
  proofreadForm,
} from '@/features/review/approve-article';
import {
  delegateForm,
  delegateReview,
  endDelegation,
  endDelegationForm,
} from '@/features/review/delegations';
import { publishBeforeReview, publishFirstForm } from '@/features/review/publish-before-review';
import { claimForm, claimReview } from '@/features/review/review-claims';
import { markForm, markParagraph, resolveMark, resolveMarkForm } from '@/features/review/review-marks';
import { importanceForm, setImportance } from '@/features/review/set-importance';
import { listReviewRules, reviewRulesForm, setReviewRules } from '@/features/review/set-review-rules';
import { approve, versionOf, writeAndSend } from '@/features/review/testing/review-people';
import { editorRoles } from '@/lib/editor-role';
import { parseInput } from '@/lib/parse-input';
import type { ReviewStage } from '@/lib/review-stage';

/* Who may do what in the chain: every role × every act × inside or outside of the role's section. */

useFreshDatabase();

const tab = 'tab-of-one-browser';
let root: number;
let town: number;
let street: number;
let sea: number;
let author: Editor;
let chief: Editor;

beforeEach(async () => {
  root = await rootSectionId();
  town = await addSection(root, 'town');
  street = await addSection(town, 'town/street');
  sea = await addSection(root, 'sea');
  author = await addEditor('记者沈', ['reporter']);
  chief = await addEditor('总编方', ['chiefEditor']);
  const rules = { sectionId: root, reviews: 3, importantReviews: 3, headMayPublishFirst: true };
  valueOf(await setReviewRules(chief, rules));
});

type Subject = { articleId: number; version: number; sectionId: number };
type Act = {
  verb: DeskVerb;
  /** The stage that is due when it is tried. */
  due?: ReviewStage;
  act: (editor: Editor, subject: Subject) => Promise<unknown>;
};

const signing =
  (stage: ReviewStage): Act['act'] =>
  (editor, { articleId, version }) =>
    approveArticle(editor, {
      articleId,
      version,
      stage,
      opinion: '',
      withProofreading: false,
      andPublish: false,
    });

const acts: Record<string, Act> = {
  'signs 初审': { verb: 'reviewFirst', act: signing('first') },
  'signs 复审': { verb: 'reviewSecond', due: 'second', act: signing('second') },
  'signs 终审': { verb: 'reviewFinal', due: 'final', act: signing('final') },
  proofreads: {
    verb: 'proofread',
    act: (editor, { articleId, version }) => proofreadArticle(editor, { articleId, version, opinion: '' }),
  },
  'publishes first': {
    verb: 'publishBeforeReview',
    act: (editor, { articleId, version }) =>
      publishBeforeReview(editor, { articleId, version, reason: '急' }),
  },
  'marks a paragraph': {
    verb: 'returnArticle',
    act: (editor, { articleId, version }) =>
      markParagraph(editor, { articleId, version, blockIndex: 0, quote: '', note: '核实' }),
  },
  'claims it': {
    verb: 'returnArticle',
    act: (editor, { articleId }) => claimReview(editor, { articleId, tab }),
  },
  'sets rules': {
    verb: 'setReviewRules',
    act: (editor, { sectionId }) =>
      setReviewRules(editor, { sectionId, reviews: 2, importantReviews: 3, headMayPublishFirst: null }),
  },
};

const everything = () => database().reader.serialize();

async function leave(due: ReviewStage, sectionId: number): Promise<Subject> {
  const articleId = await writeAndSend(author, sectionId);
  const first = await addEditor('甲', []);
  const as = (role: 'editor' | 'departmentHead', id: string): Editor => ({
    ...first,
    id: Number(id),
    roles: [{ role, sectionId: root }],
  });
  const one = await addEditor('初审人', []);
  const two = await addEditor('复审人', []);
  if (due !== 'first') valueOf(await approve(as('editor', String(one.id)), articleId, 'first'));
  if (due === 'final') valueOf(await approve(as('departmentHead', String(two.id)), articleId, 'second'));
  return { articleId, version: await versionOf(articleId), sectionId };
}

const cases = editorRoles.flatMap((role) =>
  Object.entries(acts).flatMap(([name, { verb, due = 'first', act }]) =>
    (['inside', 'outside'] as const).map((where) => ({
      role,
      name,
      where,
      due,
      act,
      isGranted: where === 'inside' && roleVerbs[role][verb] === 'any',
    })),
  ),
);

test.for(cases)(
  '$role $name $where the section: granted $isGranted',
  async ({ role, where, due, act, isGranted }) => {
    const editor = await addEditor('被试', [role], town);
    const subject = await leave(due, where === 'inside' ? street : sea);
    const before = everything();
    const answer = await act(editor, subject).catch((error: unknown) => error);
    if (isGranted) {
      expect(answer).not.toBeInstanceOf(Error);
      expect(answer).not.toMatchObject({ ok: false });
    } else {
      expect(answer).toBeInstanceOf(NotAllowedError);
      expect(everything().equals(before)).toBe(true);
    }
  },
);

test('an act about a number that was never given answers as one about an article out of reach', async () => {
  const reporter = await addEditor('记者乙', ['reporter'], town);
  for (const [name, { act }] of Object.entries(acts)) {
    if (name === 'sets rules') continue;
    const subject = await leave('first', sea);
    const refused = await act(reporter, subject).catch((error: unknown) => error);
    const missing = await act(reporter, { ...subject, articleId: 9_000_000 }).catch(
      (error: unknown) => error,
    );
    expect(missing).toEqual(refused);
  }
});

test('importance is raised by whoever may edit, and lowered only with the right to 复审', async () => {
  const { articleId } = await leave('first', street);
  const editor = await addEditor('编辑', ['editor'], town);
  const head = await addEditor('主任', ['departmentHead'], town);
  const stranger = await addEditor('外人', ['chiefEditor'], sea);
  await expect(setImportance(stranger, { articleId, importance: 'important' })).rejects.toThrow(
    NotAllowedError,
  );
  expect(await setImportance(editor, { articleId, importance: 'important' })).toMatchObject({ ok: true });
  await expect(setImportance(editor, { articleId, importance: 'normal' })).rejects.toThrow(NotAllowedError);
  expect(await setImportance(head, { articleId, importance: 'normal' })).toMatchObject({ ok: true });
});

test('a mark is dealt with by its author, the text’s editors, and nobody else', async () => {
  const { articleId, version } = await leave('first', street);
  const marker = await addEditor('校对', ['proofreader'], town);
  const mark = async () =>
    valueOf(await markParagraph(marker, { articleId, version, blockIndex: 0, quote: '', note: '核实' }))
      .markId;
  const front = await addEditor('首页编辑', ['frontEditor'], town);
  await expect(resolveMark(front, { articleId, markId: await mark() })).rejects.toThrow(NotAllowedError);
  for (const editor of [author, marker]) {
    expect(await resolveMark(editor, { articleId, markId: await mark() })).toMatchObject({ ok: true });
  }
});

test('the rules of all sections are listed to whoever sets them for the whole portal', async () => {
  expect((await listReviewRules(chief)).get(street)?.inForce.reviews).toBe(3);
  const ofTown = await addEditor('分管总编', ['chiefEditor'], town);
  await expect(listReviewRules(ofTown)).rejects.toThrow(NotAllowedError);
});

test('only those with a stage of their own have something to lend, and nobody ends another’s', async () => {
  const head = await addEditor('主任', ['departmentHead'], town);
  const editor = await addEditor('编辑', ['editor'], town);
  const now = new Date();
  const form = { toEditorId: editor.id, startsAt: now, endsAt: new Date(now.getTime() + 3600_000) };
  await expect(delegateReview(author, form)).rejects.toThrow(NotAllowedError);
  valueOf(await delegateReview(head, form));
  const before = everything();
  valueOf(await endDelegation(editor, { delegationId: 1 }));
  expect(everything().equals(before)).toBe(true);
});

const forms = {
  approveForm: [
    approveForm,
    { articleId: 1, version: 1, stage: 'first', opinion: '', withProofreading: true, andPublish: false },
  ],
  proofreadForm: [proofreadForm, { articleId: 1, version: 1, opinion: '' }],
  publishFirstForm: [publishFirstForm, { articleId: 1, version: 1, reason: '急' }],
  markForm: [markForm, { articleId: 1, version: 1, blockIndex: 0, quote: '', note: '核实' }],
  resolveMarkForm: [resolveMarkForm, { articleId: 1, markId: 1 }],
  claimForm: [claimForm, { articleId: 1, tab }],
  importanceForm: [importanceForm, { articleId: 1, importance: 'normal' }],
  reviewRulesForm: [
    reviewRulesForm,
    { sectionId: 1, reviews: 3, importantReviews: 3, headMayPublishFirst: false },
  ],
  delegateForm: [delegateForm, { toEditorId: 1, startsAt: new Date(0), endsAt: new Date(1) }],
  endDelegationForm: [endDelegationForm, { delegationId: 1 }],
} as const;

test.for(Object.entries(forms))('%s takes what the page sends and nothing else', ([, [schema, sent]]) => {
  expect(parseInput(schema, sent).ok).toBe(true);
  for (const extra of ['editorId', 'textHash', 'onBehalfOfId', 'status']) {
    expect(parseInput(schema, { ...sent, [extra]: '1' }).ok).toBe(false);
  }
  for (const field of Object.keys(sent)) {
    for (const value of [['a', 'b'], 1e20, Number.NaN, { a: 1 }]) {
      expect(parseInput(schema, { ...sent, [field]: value }).ok).toBe(false);
    }
  }
});

test('every verb of this folder that takes an editor is asked here or in the tests of the chain', () => {
  const files = readdirSync('features/review').filter((name) => /(?<!\.test)\.ts$/u.test(name));
  const verbs = files.flatMap((name) =>
    [
      ...readFileSync(path.join('features/review', name), 'utf8').matchAll(
        /^export async function (\w+)\(\s*editor: Editor/gmu,
      ),
    ].map(([, verb]) => verb!),
  );
  const tests = readdirSync('features/review')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join('features/review', name), 'utf8'))
    .join('\n');
  expect(verbs.length).toBeGreaterThan(8);
  expect(verbs.filter((verb) => !new RegExp(`\\b${verb}\\(`, 'u').test(tests))).toEqual([]);
});
