import { expect, test } from '@playwright/test';
import {
  answerOf,
  askAction,
  captureActions,
  type CapturedAction,
  dumpOf,
  type FormAction,
  signedCookie,
} from '@/e2e/support/desk-actions';
import { asEditor, sectionIdOf } from '@/e2e/support/desk-articles';
import { replays } from '@/e2e/support/replays';
import { signInAs } from '@/e2e/support/sign-in';
import { type DeskVerb, roleVerbs } from '@/features/access/role-verbs';
import { leaveInState, type State } from '@/features/articles/testing/article-acts';
import { type EditorRole, editorRoles } from '@/lib/editor-role';

/* What the table of rights says, asked of the running portal: by its buttons and behind their back. */

/** What each button needs, and in which states it stands there for whoever has the right. */
const buttons: { name: string; verb: DeskVerb; states: State[] }[] = [
  { name: '保存', verb: 'editArticle', states: ['draft', 'inReview', 'published', 'changed'] },
  { name: '退回', verb: 'returnArticle', states: ['inReview'] },
  { name: '送审', verb: 'sendArticle', states: ['draft', 'inReview', 'changed'] },
  { name: '发布', verb: 'publishArticle', states: ['draft', 'inReview'] },
  { name: '发布修改', verb: 'publishArticle', states: ['changed'] },
  { name: '放弃修改', verb: 'editArticle', states: ['changed'] },
  { name: '下线', verb: 'unpublishArticle', states: ['published', 'changed'] },
  { name: '定时发布', verb: 'publishArticle', states: ['draft', 'inReview', 'changed'] },
  { name: '定时下线', verb: 'unpublishArticle', states: ['published', 'changed'] },
  { name: '更正', verb: 'correctArticle', states: ['published', 'changed'] },
  { name: '撤稿', verb: 'withdrawArticle', states: ['published', 'changed'] },
  { name: '删除', verb: 'deleteDraft', states: ['draft', 'inReview'] },
  { name: '生成链接', verb: 'makePreview', states: ['draft', 'inReview', 'published', 'changed'] },
];

const grants = (role: EditorRole, verb: DeskVerb, isOwn: boolean) =>
  roleVerbs[role][verb] === 'any' || (roleVerbs[role][verb] === 'own' && isOwn);

let actions: Record<FormAction, CapturedAction>;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  actions = await captureActions(browser);
});

async function builder(browser: Parameters<typeof signedCookie>[0]) {
  return asEditor(await signedCookie(browser, ['chiefEditor']), ['chiefEditor']);
}

for (const role of editorRoles) {
  test(`${role}: the page offers the buttons that the table grants, and no other`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(90_000);
    const chief = await builder(browser);
    const self = asEditor(await signInAs(page, [role]), [role]);
    const sectionId = await sectionIdOf('city');
    for (const state of ['draft', 'inReview', 'published', 'changed'] as const) {
      for (const owner of [self, chief]) {
        const { articleId } = await leaveInState(chief, state, owner, sectionId);
        await page.goto(`/desk/articles/${articleId}`);
        if (!grants(role, 'viewArticle', owner === self)) {
          await expect(page.getByText('您的岗位没有“查看稿件”的权限')).toBeVisible();
          expect(await page.content()).not.toContain('河灯');
        } else {
          await page.getByRole('textbox', { name: '正文' }).waitFor();
        }
        const shown = await page.getByRole('button').allInnerTexts();
        for (const { name, verb, states } of buttons) {
          const isViewed = grants(role, 'viewArticle', owner === self);
          const isDue = isViewed && states.includes(state) && grants(role, verb, owner === self);
          expect([state, owner === self, name, shown.includes(name)]).toEqual([
            state,
            owner === self,
            name,
            isDue,
          ]);
        }
      }
    }
  });

  test(`${role}: every request of the form sent by hand does what the table grants, and no more`, async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const chief = await builder(browser);
    const sectionId = await sectionIdOf('city');
    const elsewhere = await sectionIdOf('culture');
    const everywhere = await signedCookie(browser, [role]);
    const besides = await signedCookie(browser, [role], elsewhere);
    for (const { action, verb, state, input } of replays) {
      for (const [who, isOwn] of [
        [everywhere, true],
        [everywhere, false],
        [besides, true],
        [besides, false],
      ] as const) {
        const owner = isOwn ? asEditor(who, [role]) : chief;
        const subject = await leaveInState(chief, state, owner, sectionId);
        const before = await dumpOf(subject.articleId);
        const answer = await askAction(actions[action], await input(subject), {
          cookie: who.cookie,
          at: `/desk/articles/${subject.articleId}`,
        });
        const isGranted = who === everywhere && grants(role, verb, isOwn);
        expect([action, isOwn, answer.status, answerOf(answer)?.ok]).toEqual([action, isOwn, 200, isGranted]);
        const isUnchanged = (await dumpOf(subject.articleId)) === before;
        expect([action, isOwn, who === everywhere, isUnchanged]).toEqual([
          action,
          isOwn,
          who === everywhere,
          !isGranted,
        ]);
        if (!isGranted) expect(answerOf(answer)?.message).toContain('您的岗位没有');
      }
    }
  });
}

const foreign = 'https://elsewhere.example';
const strangers: [string, Record<string, string | undefined>][] = [
  ['another origin', { origin: foreign }],
  ['the origin null', { origin: 'null' }],
  ['an empty origin', { origin: '' }],
  ['no origin', { origin: undefined }],
  ['no origin, from another site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
  ['no origin, from a neighbouring site', { origin: undefined, 'sec-fetch-site': 'same-site' }],
  ['another origin that says it is our own', { origin: foreign, 'sec-fetch-site': 'same-origin' }],
  [
    'another origin with a matching forged host',
    { origin: foreign, 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
  ],
  ['another origin with a forged Forwarded', { origin: foreign, forwarded: 'host=elsewhere.example' }],
];

test('whoever may everything is refused all the same when the request comes from another page', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const signedIn = await signedCookie(browser, ['chiefEditor']);
  const chief = asEditor(signedIn, ['chiefEditor']);
  const sectionId = await sectionIdOf('city');
  for (const { action, state, input } of replays) {
    const subject = await leaveInState(chief, state, chief, sectionId);
    const given = await input(subject);
    const at = `/desk/articles/${subject.articleId}`;
    const before = await dumpOf(subject.articleId);
    for (const [name, headers] of strangers) {
      const { status } = await askAction(actions[action], given, { cookie: signedIn.cookie, headers, at });
      expect([action, name, status, await dumpOf(subject.articleId)]).toEqual([action, name, 403, before]);
    }
    const ours = await askAction(actions[action], given, {
      cookie: signedIn.cookie,
      at,
      headers: { origin: undefined, 'sec-fetch-site': 'same-origin' },
    });
    expect([action, answerOf(ours)?.ok]).toEqual([action, true]);
  }
});

test('without a login, and with one that is over, nothing is done at any address', async ({ browser }) => {
  test.setTimeout(90_000);
  const chief = await builder(browser);
  const sectionId = await sectionIdOf('city');
  for (const { action, state, input } of replays) {
    const subject = await leaveInState(chief, state, chief, sectionId);
    const given = await input(subject);
    const before = await dumpOf(subject.articleId);
    for (const cookie of [undefined, '__Host-chengxun-login=x.y', 'a=b']) {
      for (const at of ['/desk', `/desk/articles/${subject.articleId}`, '/desk/sign-in', '/preview/x']) {
        const answer = await askAction(actions[action], given, { cookie, at });
        expect([action, at, answer.status < 500]).toEqual([action, at, true]);
        expect([action, at, answerOf(answer)?.ok ?? false]).toEqual([action, at, false]);
        expect(answer.text).not.toContain('河灯');
      }
      // A reader's page takes nothing at all.
      const atReaders = await askAction(actions[action], given, { cookie, at: '/' });
      expect(atReaders.status).toBe(405);
    }
    expect(await dumpOf(subject.articleId)).toBe(before);
  }
});
