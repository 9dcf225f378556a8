import { and, eq, ne } from 'drizzle-orm';
import { tx } from '@/db/client';
import { logins } from '@/db/schema/editors';
import type { SignedIn } from '@/features/access/find-editor';
import { recordEvent } from '@/features/timeline/record-event';

/** Ends one of the editor's own logins, this one or another. Ending somebody else's does nothing. */
export async function endLogin(signedIn: SignedIn, loginId: number, now = new Date()): Promise<void> {
  const { editor } = signedIn;
  await tx(async (q) => {
    const ended = await q
      .delete(logins)
      .where(and(eq(logins.id, loginId), eq(logins.editorId, editor.id)))
      .returning({ id: logins.id });
    if (ended.length > 0) await recordEvent(q, editor, { kind: 'signedOut' }, now);
  });
}

/** Ends all of the editor's logins but the present one. */
export async function endOtherLogins(signedIn: SignedIn, now = new Date()): Promise<void> {
  const { editor, loginId } = signedIn;
  await tx(async (q) => {
    await q.delete(logins).where(and(eq(logins.editorId, editor.id), ne(logins.id, loginId)));
    await recordEvent(q, editor, { kind: 'signedOut', note: '其他所有登录' }, now);
  });
}
