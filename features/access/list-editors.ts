import { asc, desc, isNull, and, gt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editorRoleScopes, editors, invitations } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';

export type ListedEditor = Editor & { disabledAt: Date | null; hasSecondFactor: boolean };

/** Everybody with an account, for whoever manages them. */
export async function listEditors(editor: Editor): Promise<ListedEditor[]> {
  await demand(reader(), editor, 'manageEditors');
  const people = await reader()
    .select({
      id: editors.id,
      name: editors.name,
      email: editors.email,
      disabledAt: editors.disabledAt,
      hasSecondFactor: editors.twoFactorEnabled,
    })
    .from(editors)
    .orderBy(asc(editors.id));
  const scopes = Map.groupBy(await reader().select().from(editorRoleScopes), ({ editorId }) => editorId);
  return people.map((person) => ({
    ...person,
    roles: (scopes.get(person.id) ?? []).map(({ role, sectionId }) => ({ role, sectionId })),
  }));
}

/** Invitations that nobody has used yet. */
export async function listOpenInvitations(editor: Editor, now = new Date()) {
  await demand(reader(), editor, 'manageEditors');
  return reader()
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.id));
}

/** Names to send an article to or to filter by: open to everybody at the desk. */
export async function listColleagues(): Promise<{ id: number; name: string }[]> {
  return reader()
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(isNull(editors.disabledAt))
    .orderBy(asc(editors.id));
}
