import { count, isNull } from 'drizzle-orm';
import { tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import { makeOneTimeLink } from '@/features/access/one-time-links';

/**
 * The address at which the first account is made, while there is none; undefined afterwards. Each call
 * makes a new link and ends the one before. For the start of the portal only.
 */
export async function inviteFirstEditor(now = new Date()): Promise<string | undefined> {
  return tx(async (q) => {
    const [row] = await q.select({ number: count() }).from(editors);
    if (row!.number > 0) return undefined;
    const [root] = await q.select({ id: sections.id }).from(sections).where(isNull(sections.parentId));
    const sectionId = root!.id;
    return makeOneTimeLink(
      q,
      {
        purpose: 'firstAccount',
        email: '',
        name: '',
        invitedBy: null,
        roles: [
          { role: 'administrator', sectionId },
          { role: 'chiefEditor', sectionId },
        ],
      },
      now,
    );
  });
}
