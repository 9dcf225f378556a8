import { asc, ne } from 'drizzle-orm';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { Section } from '@/features/sections/section-tree';

/** Every section but the root, in the order of their paths: parents before their children. */
export async function listAllSections(): Promise<Section[]> {
  return reader()
    .select({
      id: sections.id,
      parentId: sections.parentId,
      path: sections.path,
      name: sections.name,
      kind: sections.kind,
      description: sections.description,
    })
    .from(sections)
    .where(ne(sections.path, ''))
    .orderBy(asc(sections.path));
}
