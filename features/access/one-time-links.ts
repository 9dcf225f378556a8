import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Query, Reader } from '@/db/client';
import { invitations } from '@/db/schema/editors';
import type { EditorRole } from '@/lib/editor-role';
import { readEnv } from '@/lib/env';

/** How long a link works, in milliseconds: to come in the first time; to choose a new password. */
const lifetimes = { firstAccount: 24 * 3600_000, join: 7 * 24 * 3600_000, resetPassword: 2 * 3600_000 };

export type Invitation = {
  id: number;
  purpose: keyof typeof lifetimes;
  email: string;
  name: string;
  roles: { role: EditorRole; sectionId: number }[];
  expiresAt: Date;
};

type NewLink = Omit<Invitation, 'id' | 'expiresAt'> & { invitedBy: number | null };

/**
 * Makes a one-time link and returns its address. The token (192 random bits) is nowhere but in the address;
 * earlier links for the same purpose and person stop working.
 */
export async function makeOneTimeLink(q: Query, link: NewLink, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await q
    .update(invitations)
    .set({ usedAt: now })
    .where(
      and(
        eq(invitations.purpose, link.purpose),
        eq(invitations.email, link.email),
        isNull(invitations.usedAt),
      ),
    );
  await q.insert(invitations).values({
    ...link,
    tokenHash: hashOf(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimes[link.purpose]),
  });
  return `${readEnv().siteUrl}/desk/invitation/${token}`;
}

/** What a link is for; undefined when it was used, has expired or never was. */
export async function findInvitation(q: Reader, token: string, now: Date): Promise<Invitation | undefined> {
  const [found] = await q
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, hashOf(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  return found;
}

export async function useUp(q: Query, invitationId: number, now: Date): Promise<void> {
  await q.update(invitations).set({ usedAt: now }).where(eq(invitations.id, invitationId));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
