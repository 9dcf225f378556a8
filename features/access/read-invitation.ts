import { reader } from '@/db/client';
import { findInvitation, type Invitation } from '@/features/access/one-time-links';

/** What the page behind a one-time link shows before the password is chosen. */
export type OpenInvitation = Pick<Invitation, 'purpose' | 'name' | 'email'>;

/** Undefined when the link was used, has expired or never was; which of them, nobody is told. */
export async function readInvitation(token: string, now = new Date()): Promise<OpenInvitation | undefined> {
  const found = await findInvitation(reader(), token, now);
  return found && { purpose: found.purpose, name: found.name, email: found.email };
}
