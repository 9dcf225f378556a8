import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { type DeskVerb, deskVerbs, roleVerbs } from '@/features/access/role-verbs';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { getArticleForDesk } from '@/features/articles/get-article-for-desk';
import { closeArticle, keepOpen } from '@/features/articles/open-articles';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { articleActs, leaveInState, valueOf } from '@/features/articles/testing/article-acts';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { editorRoles } from '@/lib/editor-role';
import type { Outcome } from '@/lib/problems';

/*
 * Who may do what to articles, generated from the table: every role × every verb × own or foreign article ×
 * inside or outside of the role's section. What the table does not grant is refused and changes nothing.
 */

useFreshDatabase();

const tab = 'tab-of-one-browser';

let chief: Editor;
let town: number;
let street: number;
let sea: number;

beforeEach(async () => {
  const root = await rootSectionId();
  town = await addSection(root, 'town');
  street = await addSection(town, 'town/street');
  sea = await addSection(root, 'sea');
  chief = await addEditor('总编甲', ['chiefEditor']);
});

/** Verbs of the desk that are not about articles, with the test that asks them as every role. */
const coveredElsewhere: Partial<Record<DeskVerb, string>> = {
  reviewFirst: 'features/review/review-rights.test.ts',
  reviewSecond: 'features/review/review-rights.test.ts',
  reviewFinal: 'features/review/review-rights.test.ts',
  proofread: 'features/review/review-rights.test.ts',
  publishBeforeReview: 'features/review/review-rights.test.ts',
  setReviewRules: 'features/review/review-rights.test.ts',
  viewPictures: 'features/media/library.test.ts',
  addPicture: 'features/media/upload.test.ts',
  editPicture: 'features/media/library.test.ts',
  editSections: 'features/sections/change-tree.test.ts',
  handleReports: 'features/reader-reports/reader-reports.test.ts',
  curateFronts: 'features/fronts/curating.test.ts',
  editStyleRules: 'features/house-style/style-rules.test.ts',
  editSettings: 'features/settings/settings.test.ts',
  viewAudit: 'features/access/who-may.test.ts',
  manageEditors: 'features/access/who-may.test.ts',
};

/** Every page of the database: no row of any table or index changed while this stays the same. */
const everything = () => database().reader.serialize();

const cases = editorRoles.flatMap((role) =>
  Object.entries(articleActs).flatMap(([name, { verb, state, act }]) =>
    (['own', 'foreign'] as const).flatMap((whose) =>
      (['inside', 'outside'] as const).map((where) => {
        const reach = roleVerbs[role][verb];
        // Whoever begins an article owns it, so a right to one's own ones is enough.
        const isTheirs = whose === 'own' || verb === 'createArticle';
        const isGranted = where === 'inside' && (reach === 'any' || (reach === 'own' && isTheirs));
        return { role, name, whose, where, state, act, isGranted };
      }),
    ),
  ),
);

test.for(cases)(
  '$role $name, $whose article, $where the section: granted $isGranted',
  async ({ role, whose, where, state, act, isGranted }) => {
    const editor = await addEditor('被试', [role], town);
    const subject = await leaveInState(
      chief,
      state,
      whose === 'own' ? editor : chief,
      where === 'inside' ? street : sea,
    );
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

test.for(editorRoles)('%s holds nothing anywhere once the role is gone', async (role) => {
  const former = { ...(await addEditor('前同事', [role], town)), roles: [] };
  for (const { state, act } of Object.values(articleActs)) {
    const subject = await leaveInState(chief, state, former, street);
    const before = everything();
    expect(await act(former, subject).catch((error: unknown) => error)).toBeInstanceOf(NotAllowedError);
    expect(everything().equals(before)).toBe(true);
  }
});

test('a verb about a number that was never given answers as one about an article that is out of reach', async () => {
  const reporter = await addEditor('记者乙', ['reporter'], town);
  for (const [name, { state, act }] of Object.entries(articleActs)) {
    if (name === 'begins') continue;
    const subject = await leaveInState(chief, state, chief, sea);
    const refused = await act(reporter, subject).catch((error: unknown) => error);
    const missing = await act(reporter, { ...subject, articleId: 9_000_000 }).catch(
      (error: unknown) => error,
    );
    expect(missing).toEqual(refused);
  }
});

test('what the page offers is what the verbs grant', async () => {
  for (const role of editorRoles) {
    const editor = await addEditor('被试', [role], town);
    for (const owner of [editor, chief]) {
      const { articleId } = await leaveInState(chief, 'draft', owner, street);
      const seen = await getArticleForDesk(editor, articleId).catch(() => undefined);
      if (seen === undefined) continue;
      for (const verb of deskVerbs) {
        const reach = roleVerbs[role][verb];
        const isGranted = reach === 'any' || (reach === 'own' && owner === editor);
        expect([role, verb, seen.allowed.includes(verb)]).toEqual([role, verb, isGranted]);
      }
    }
  }
});

test('a save carries an article only into a section where its editor may begin one', async () => {
  const editor = await addEditor('编辑丙', ['editor'], town);
  const subject = await leaveInState(chief, 'draft', editor, street);
  const move = (sectionId: number, baseVersion: number) =>
    saveArticle(editor, {
      articleId: subject.articleId,
      baseVersion,
      kind: 'save',
      tab,
      content: finishedContent(sectionId, '河灯'),
    });
  const before = everything();
  await expect(move(sea, subject.version)).rejects.toBeInstanceOf(NotAllowedError);
  expect(everything().equals(before)).toBe(true);
  expect(await move(town, subject.version)).toMatchObject({ ok: true });
});

test('what was moved into another section on paper is not published by whoever has no right there', async () => {
  const head = await addEditor('主任丁', ['departmentHead'], town);
  const { articleId, version } = await leaveInState(chief, 'published', head, street);
  const moved = await saveArticle(chief, {
    articleId,
    baseVersion: version,
    kind: 'save',
    tab,
    content: finishedContent(sea, '河灯'),
  });
  const before = everything();
  await expect(
    publishArticle(head, { articleId, version: valueOf(moved as Outcome<{ version: number }>).version }),
  ).rejects.toBeInstanceOf(NotAllowedError);
  expect(everything().equals(before)).toBe(true);
});

test('closing a tab closes nobody else’s', async () => {
  const { articleId } = await leaveInState(chief, 'draft', chief, street);
  await keepOpen(chief, { articleId, tab });
  const reporter = await addEditor('记者乙', ['reporter'], town);
  const before = everything();
  await closeArticle(reporter, { articleId, tab });
  expect(everything().equals(before)).toBe(true);
});

/** Whether code of ours grants anything by this verb; the table names it before its first verb is written. */
function isDemanded(verb: DeskVerb): boolean {
  const isCode = (name: string) => /(?<!\.test)\.ts$/u.test(name) && !name.endsWith('role-verbs.ts');
  return readdirSync('features', { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .some((name) => readFileSync(path.join('features', name), 'utf8').includes(`'${verb}'`));
}

test('every verb of the desk is asked here or in a test that stands', () => {
  const asked = new Set(Object.values(articleActs).map(({ verb }) => verb));
  const nowhere = deskVerbs.filter((verb) => !asked.has(verb) && coveredElsewhere[verb] === undefined);
  expect(nowhere).toEqual([]);
  for (const verb of deskVerbs.filter((one) => !asked.has(one) && isDemanded(one))) {
    expect([verb, existsSync(coveredElsewhere[verb]!)]).toEqual([verb, true]);
  }
});

test('every verb of this folder that asks for a right is among those asked here', () => {
  const verbs = readdirSync('features/articles')
    .filter((name) => /(?<!\.test)\.ts$/u.test(name))
    .flatMap((name) => {
      const source = readFileSync(path.join('features/articles', name), 'utf8');
      if (name === 'editable-article.ts' || !/getArticleFor\(|demand\(/u.test(source)) return [];
      return [...source.matchAll(/^export async function (\w+)\(\s*editor: Editor/gmu)].map(
        ([, verb]) => verb,
      );
    });
  const here = readFileSync('features/articles/testing/article-acts.ts', 'utf8');
  expect(verbs.length).toBeGreaterThan(10);
  expect(
    verbs.filter((verb) => !new RegExp(`\\b${verb}\\(editor`, 'u').test(here) && verb !== 'closeArticle'),
  ).toEqual([]);
});
