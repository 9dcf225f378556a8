import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { editorRoleScopes, editors, logins } from '@/db/schema/editors';
import { auth } from '@/features/access/auth';
import type { Editor } from '@/features/access/editor';
import { longestRest, restPrecision } from '@/features/access/login-rules';
import { needsSecondFactor } from '@/features/access/role-verbs';
import { getSiteSettings } from '@/features/settings/get-site-settings';

/** Somebody with a valid login, whatever they may do. */
export type SignedIn = {
  editor: Editor;
  loginId: number;
  hasSecondFactor: boolean;
  /** Their roles demand a second factor that they have not set up yet: nothing else is open to them. */
  lacksSecondFactor: boolean;
};

/** Who sent these headers, if they may do anything at the desk. The first question of every request there. */
export async function findEditor(headers: Headers, now = new Date()): Promise<Editor | undefined> {
  const signedIn = await findSignedIn(headers, now);
  return signedIn === undefined || signedIn.lacksSecondFactor ? undefined : signedIn.editor;
}

/**
 * Who has a valid login. A login that rested too long is ended; one of a disabled account is none. Only the
 * pages that set up the second factor, and signing out, ask this instead of findEditor.
 */
export async function findSignedIn(headers: Headers, now = new Date()): Promise<SignedIn | undefined> {
  const found = await auth().api.getSession({ headers });
  if (found === null) return undefined;
  const loginId = Number(found.session.id);
  const editorId = Number(found.user.id);
  const rested = now.getTime() - new Date(found.session.updatedAt).getTime();
  if (rested > longestRest) {
    await tx((q) => q.delete(logins).where(eq(logins.id, loginId)));
    return undefined;
  }
  const [account] = await reader()
    .select({
      name: editors.name,
      email: editors.email,
      disabledAt: editors.disabledAt,
      hasSecondFactor: editors.twoFactorEnabled,
    })
    .from(editors)
    .where(eq(editors.id, editorId));
  if (account === undefined || account.disabledAt !== null) return undefined;
  if (rested > restPrecision) {
    await tx((q) => q.update(logins).set({ updatedAt: now }).where(eq(logins.id, loginId)));
  }
  const roles = await reader()
    .select({ role: editorRoleScopes.role, sectionId: editorRoleScopes.sectionId })
    .from(editorRoleScopes)
    .where(eq(editorRoleScopes.editorId, editorId));
  const { name, email, hasSecondFactor } = account;
  return {
    editor: { id: editorId, name, email, roles },
    loginId,
    hasSecondFactor,
    lacksSecondFactor: !hasSecondFactor && (await mustHaveSecondFactor(roles)),
  };
}

async function mustHaveSecondFactor(roles: Editor['roles']): Promise<boolean> {
  if (!roles.some(({ role }) => needsSecondFactor(role))) return false;
  return (await getSiteSettings()).access.requiresSecondFactor;
}
