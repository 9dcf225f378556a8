import type { Metadata } from 'next';
import {
  changeRolesAction,
  forgetSecondFactorAction,
  inviteEditorAction,
  makePasswordLinkAction,
  revokeInvitationAction,
  setDisabledAction,
} from '@/app/(desk)/desk/(signed-in)/editors/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { EditorTable, type EditorLine } from '@/components/desk/editors/editor-table';
import { InviteButton } from '@/components/desk/editors/invite-button';
import { OpenInvitations } from '@/components/desk/editors/open-invitations';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { listEditors, listOpenInvitations } from '@/features/access/list-editors';
import { listScopeSections } from '@/features/access/list-scope-sections';
import { requireEditor } from '@/features/access/require-editor';
import { formatDateTime } from '@/lib/dates';
import { describeRoles } from '@/lib/describe-roles';

export const metadata: Metadata = { title: '人员' };

export default async function EditorsPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() =>
    Promise.all([listEditors(editor), listOpenInvitations(editor), listScopeSections()]),
  );
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const [people, invitations, sections] = found.value;
  const lines = people.map((person): EditorLine => ({
    id: person.id,
    name: person.name,
    email: person.email,
    roles: person.roles,
    describedRoles: describeRoles(person.roles, sections),
    isDisabled: person.disabledAt !== null,
    hasSecondFactor: person.hasSecondFactor,
    isSelf: person.id === editor.id,
  }));
  const open = invitations.map(({ id, name, email, expiresAt }) => ({
    id,
    person: name === '' ? '第一个账号' : `${name} ${email}`,
    until: formatDateTime(expiresAt),
  }));
  return (
    <>
      <PageTitle title="人员" note={`共 ${people.length} 个账号`}>
        <ButtonLink href="/desk/editors/roles">各岗位能做什么</ButtonLink>
        <InviteButton sections={sections} invite={inviteEditorAction} />
      </PageTitle>
      <div className="grid gap-6">
        {open.length > 0 && <OpenInvitations invitations={open} revoke={revokeInvitationAction} />}
        <EditorTable
          editors={lines}
          sections={sections}
          actions={{
            changeRoles: changeRolesAction,
            setDisabled: setDisabledAction,
            makePasswordLink: makePasswordLinkAction,
            forgetSecondFactor: forgetSecondFactorAction,
          }}
        />
      </div>
    </>
  );
}
