import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { sectionFields } from '@/features/sections/section-form';
import { joinPath, problemOfPath, takePath } from '@/features/sections/section-paths';
import { getSectionRow, lastPositionBelow, problemOfName } from '@/features/sections/section-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome, Problem } from '@/lib/problems';

export const addSectionForm = z.strictObject(sectionFields);

/** Adds a section as the last one below its parent. For whoever may edit sections of the whole portal. */
export async function addSection(
  editor: Editor,
  { name, kind, description, segment, parentId }: z.output<typeof addSectionForm>,
  now = new Date(),
): Promise<Outcome<{ sectionId: number; path: string }>> {
  return tx(async (q) => {
    await demand(q, editor, 'editSections');
    const parent = await getSectionRow(q, parentId);
    const problems: Problem[] = [];
    const sameName = await problemOfName(q, parentId, name);
    if (sameName !== undefined) problems.push(sameName);
    const message = await problemOfPath(q, parent.path, segment);
    if (message !== undefined) problems.push({ field: 'segment', message });
    if (problems.length > 0) return { ok: false, problems };
    const path = joinPath(parent.path, segment);
    await takePath(q, path);
    const position = (await lastPositionBelow(q, parentId)) + 1;
    const [added] = await q
      .insert(sections)
      .values({ parentId, path, name, kind, description, position })
      .returning({ id: sections.id });
    const sectionId = added!.id;
    await recordEvent(
      q,
      editor,
      { kind: 'sectionAdded', sectionId, subject: name, note: `地址 /${path}` },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: { sectionId, path } };
  });
}
