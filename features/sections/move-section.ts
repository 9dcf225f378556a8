import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getSectionRow } from '@/features/sections/section-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const moveSectionForm = z.strictObject({
  sectionId: z.int().positive(),
  direction: z.enum(['up', 'down']),
});

/**
 * Moves a section one place among those beside it, which is the order of the navigation. At the end of its
 * row it stays where it is. For whoever may edit sections of the whole portal.
 */
export async function moveSection(
  editor: Editor,
  { sectionId, direction }: z.output<typeof moveSectionForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'editSections');
    const section = await getSectionRow(q, sectionId);
    if (section.parentId === null) {
      return { ok: false, problems: [{ field: '', message: '门户本身没有先后，不能移动。' }] };
    }
    const row = await q
      .select({ id: sections.id, position: sections.position })
      .from(sections)
      .where(eq(sections.parentId, section.parentId))
      .orderBy(asc(sections.position), asc(sections.id));
    const from = row.findIndex(({ id }) => id === sectionId);
    const to = from + (direction === 'up' ? -1 : 1);
    if (to < 0 || to >= row.length) return { ok: true, value: undefined };
    const ordered = row.toSpliced(from, 1).toSpliced(to, 0, row[from]!);
    // Positions may be equal or have gaps, where the importer added sections: all are counted anew.
    for (const [position, { id, position: known }] of ordered.entries()) {
      if (position !== known) await q.update(sections).set({ position }).where(eq(sections.id, id));
    }
    const note = direction === 'up' ? '上移一位' : '下移一位';
    await recordEvent(q, editor, { kind: 'sectionChanged', sectionId, subject: section.name, note }, now);
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}
