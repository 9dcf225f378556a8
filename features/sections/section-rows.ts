import { and, eq, isNull, max, ne } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { PlainError, type Problem } from '@/lib/problems';

export type SectionRow = typeof sections.$inferSelect;

export const goneSection = '这个栏目已经被删除，请刷新页面。';

/** Throws a sentence for the screen when somebody removed the section meanwhile. */
export async function getSectionRow(q: Reader, sectionId: number): Promise<SectionRow> {
  const [section] = await q.select().from(sections).where(eq(sections.id, sectionId));
  if (section === undefined) throw new PlainError(goneSection);
  return section;
}

/** The ids of what stands above a section and of itself, from the root down; empty for an unknown id. */
export async function lineIdsOf(q: Reader, sectionId: number): Promise<number[]> {
  const line: number[] = [];
  for (let next: number | null = sectionId; next !== null;) {
    const found: { parentId: number | null }[] = await q
      .select({ parentId: sections.parentId })
      .from(sections)
      .where(eq(sections.id, next));
    if (found[0] === undefined) return [];
    line.unshift(next);
    next = found[0].parentId;
  }
  return line;
}

export async function lastPositionBelow(q: Reader, parentId: number): Promise<number> {
  const [last] = await q
    .select({ position: max(sections.position) })
    .from(sections)
    .where(eq(sections.parentId, parentId));
  return last?.position ?? -1;
}

/** Two of one name side by side could not be told apart in a trail, and the importer would mix them up. */
export async function problemOfName(
  q: Reader,
  parentId: number | null,
  name: string,
  exceptId = 0,
): Promise<Problem | undefined> {
  const [same] = await q
    .select({ id: sections.id })
    .from(sections)
    .where(
      and(
        parentId === null ? isNull(sections.parentId) : eq(sections.parentId, parentId),
        eq(sections.name, name),
        ne(sections.id, exceptId),
      ),
    )
    .limit(1);
  return same && { field: 'name', message: `这里已经有栏目叫“${name}”，请换一个名称。` };
}
