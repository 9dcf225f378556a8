import { and, desc, eq, gt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { logins } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { longestRest } from '@/features/access/login-rules';

export type Login = { id: number; ipAddress: string; userAgent: string; createdAt: Date; seenAt: Date };

/** The editor's own valid logins, the last used first. `seenAt` is exact to five minutes. */
export async function listOwnLogins(editor: Editor, now = new Date()): Promise<Login[]> {
  const rows = await reader()
    .select()
    .from(logins)
    .where(
      and(
        eq(logins.editorId, editor.id),
        gt(logins.expiresAt, now),
        gt(logins.updatedAt, new Date(now.getTime() - longestRest)),
      ),
    )
    .orderBy(desc(logins.updatedAt), desc(logins.id));
  return rows.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
    id,
    ipAddress: ipAddress ?? '',
    userAgent: userAgent ?? '',
    createdAt,
    seenAt: updatedAt,
  }));
}
