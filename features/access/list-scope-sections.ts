import { asc } from 'drizzle-orm';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';

/** A section as a role is tied to it: `depth` counts from the portal itself, which is 0. */
export type ScopeSection = { id: number; name: string; path: string; depth: number };

/** All sections in the newsroom's order, parents before their children: to choose from and to name roles by. */
export async function listScopeSections(): Promise<ScopeSection[]> {
  const rows = await reader()
    .select({ id: sections.id, parentId: sections.parentId, name: sections.name, path: sections.path })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  const below = (parentId: number | null, depth: number): ScopeSection[] =>
    (children.get(parentId) ?? []).flatMap(({ id, name, path }) => [
      { id, name, path, depth },
      ...below(id, depth + 1),
    ]);
  return below(null, 0);
}
