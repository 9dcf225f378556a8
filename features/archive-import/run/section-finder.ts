import { inArray } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { findOrCreateSectionTrail } from '@/features/sections/find-or-create-section-trail';

export type SectionFinder = {
  /** The sections of these trails, created where they are missing; in a transaction. */
  find(q: Query, trails: string[][]): Promise<number[]>;
};

/** Remembers which trail led where: an archive of a million articles knows some hundred. */
export function createSectionFinder(): SectionFinder {
  const known = new Map<string, number>();
  return {
    async find(q, trails) {
      // Somebody at the desk may have removed a section since the last batch, or that batch was rolled back.
      const ids = [...new Set(known.values())];
      const still = await q.select({ id: sections.id }).from(sections).where(inArray(sections.id, ids));
      const alive = new Set(still.map(({ id }) => id));
      for (const [key, id] of known) if (!alive.has(id)) known.delete(key);
      const found: number[] = [];
      for (const trail of trails) {
        const key = trail.join('\n');
        const id = known.get(key) ?? (await findOrCreateSectionTrail(q, trail));
        known.set(key, id);
        found.push(id);
      }
      return found;
    },
  };
}
