import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { editorRoleScopes, editors, invitations } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { invitationForm } from '@/features/access/accept-invitation';
import { passwordForm } from '@/features/access/change-password';
import { changeRoles } from '@/features/access/change-roles';
import { setDisabled } from '@/features/access/disable-editor';
import type { Editor } from '@/features/access/editor';
import { invitationDraft, inviteEditor, rolesField } from '@/features/access/invite-editor';
import { listEditors, listOpenInvitations } from '@/features/access/list-editors';
import { NotAllowedError } from '@/features/access/permission';
import { forgetSecondFactor, makePasswordLink } from '@/features/access/reset-password';
import { revokeInvitation } from '@/features/access/revoke-invitation';
import { type DeskVerb, roleVerbs } from '@/features/access/role-verbs';
import { signInForm } from '@/features/access/sign-in';
import { addEditor, rootSectionId, useSecret } from '@/features/access/testing/newcomers';
import { codeForm } from '@/features/access/verify-code';
import { exportEvents } from '@/features/timeline/export-events';
import { listActors, listEvents } from '@/features/timeline/list-events';
import { editorRoles } from '@/lib/editor-role';
import { parseInput } from '@/lib/parse-input';

useFreshDatabase();

let other: Editor;

beforeEach(async () => {
  useSecret();
  await rootSectionId();
  other = await addEditor('别人', ['administrator']);
});

/** Everything of this folder and the audit that is not for oneself, by the right that it demands. */
const acts: [string, DeskVerb, (editor: Editor) => Promise<unknown>][] = [
  ['lists people', 'manageEditors', (editor) => listEditors(editor)],
  ['lists invitations', 'manageEditors', (editor) => listOpenInvitations(editor)],
  [
    'invites',
    'manageEditors',
    (editor) =>
      inviteEditor(editor, {
        name: '甲',
        email: 'a@city.example',
        roles: [{ role: 'reporter', sectionId: 1 }],
      }),
  ],
  ['revokes an invitation', 'manageEditors', (editor) => revokeInvitation(editor, 1)],
  [
    'changes roles',
    'manageEditors',
    (editor) => changeRoles(editor, other.id, [{ role: 'administrator', sectionId: 1 }]),
  ],
  ['disables', 'manageEditors', (editor) => setDisabled(editor, { editorId: other.id, isDisabled: false })],
  ['makes a password link', 'manageEditors', (editor) => makePasswordLink(editor, other.id)],
  ['forgets a second factor', 'manageEditors', (editor) => forgetSecondFactor(editor, other.id)],
  ['reads the audit', 'viewAudit', (editor) => listEvents(editor, {})],
  ['reads who stands in the audit', 'viewAudit', (editor) => listActors(editor)],
  ['exports the audit', 'viewAudit', (editor) => exportEvents(editor, {})],
];

const refusal = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  );

/** What a refused act must leave as it was. */
async function state(): Promise<string> {
  const tables = [editors, editorRoleScopes, invitations, timelineEvents] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => reader().select().from(table))));
}

test.for(editorRoles.flatMap((role) => acts.map(([name, verb, act]) => ({ role, name, verb, act }))))(
  '$role: $name exactly if the table of rights says so',
  async ({ role, verb, act }) => {
    const editor = await addEditor('我', [role]);
    const before = await state();
    const error = await refusal(act(editor));
    if (roleVerbs[role][verb] === 'any') return expect(error).toBeUndefined();
    expect(error).toBeInstanceOf(NotAllowedError);
    expect(await state()).toBe(before);
  },
);

test.for(acts)('an administrator of one section only may not: %s', async ([, , act]) => {
  const [section] = await tx((q) =>
    q
      .insert(sections)
      .values({ parentId: 1, name: '教育', path: 'school', kind: 'section', position: 1 })
      .returning({ id: sections.id }),
  );
  const editor = await addEditor('我', ['administrator', 'chiefEditor'], section!.id);
  expect(await refusal(act(editor))).toBeInstanceOf(NotAllowedError);
});

const forms = {
  signInForm: [signInForm, { email: 'a@city.example', password: 'x' }],
  codeForm: [codeForm, { code: '123456' }],
  passwordForm: [passwordForm, { current: 'x', password: 'y', repeated: 'y' }],
  invitationForm: [
    invitationForm,
    { token: 't', name: '甲', email: 'a@city.example', password: 'y', repeated: 'y' },
  ],
  invitationDraft: [
    invitationDraft,
    { name: '甲', email: 'a@city.example', roles: [{ role: 'reporter', sectionId: 1 }] },
  ],
} as const;

test.for(Object.entries(forms))(
  '%s takes what the page sends and no unknown field, list or number for a text',
  ([, [schema, sent]]) => {
    expect(parseInput(schema, sent).ok).toBe(true);
    for (const extra of ['role', 'editorId', 'disabledAt', 'isAdministrator']) {
      expect(parseInput(schema, { ...sent, [extra]: '1' }).ok).toBe(false);
    }
    for (const field of Object.keys(sent)) {
      for (const value of [['a', 'b'], 1e20, Number.NaN, { a: 1 }, null]) {
        expect(parseInput(schema, { ...sent, [field]: value }).ok).toBe(false);
      }
    }
  },
);

test.for([
  [[]],
  [[{ role: 'owner', sectionId: 1 }]],
  [[{ role: 'reporter', sectionId: 1e20 }]],
  [[{ role: 'reporter', sectionId: '1' }]],
  [[{ role: 'reporter', sectionId: 1, isEverywhere: true }]],
  [Array.from({ length: 101 }, () => ({ role: 'reporter', sectionId: 1 }))],
])('roles %j are no roles', ([roles]) => {
  expect(parseInput(rolesField, roles).ok).toBe(false);
});
