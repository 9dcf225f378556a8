import { asc } from 'drizzle-orm';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { sectionReach } from '@/features/access/permission';
import type { DeskVerb } from '@/features/access/role-verbs';

export type SectionChoice = {
  id: number;
  name: string;
  /** How far below the root. */
  depth: number;
  /** Whether the editor may do there what was asked. Never at the root: nothing is published there. */
  isOpen: boolean;
};

/** The whole tree in reading order, to choose a section from. */
export async function listSectionChoices(editor: Editor, verb: DeskVerb): Promise<SectionChoice[]> {
  const rows = await reader()
    .select({ id: sections.id, parentId: sections.parentId, name: sections.name })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));
  const { any, own } = await sectionReach(reader(), editor, verb);
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  const below = (parentId: number | null, depth: number): SectionChoice[] =>
    (children.get(parentId) ?? []).flatMap(({ id, name }) => [
      { id, name, depth, isOpen: depth > 0 && (any.has(id) || own.has(id)) },
      ...below(id, depth + 1),
    ]);
  return below(null, 0);
}
