import { asc, eq, isNull } from 'drizzle-orm';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { SectionKind } from '@/lib/section-kind';

export type Section = {
  id: number;
  parentId: number | null;
  path: string;
  name: string;
  kind: SectionKind;
  description: string;
};

export const sectionColumns = {
  id: sections.id,
  parentId: sections.parentId,
  path: sections.path,
  name: sections.name,
  kind: sections.kind,
  description: sections.description,
};

export async function findSectionByPath(path: string): Promise<Section | undefined> {
  const [section] = await reader().select(sectionColumns).from(sections).where(eq(sections.path, path));
  return section;
}

/** The portal itself. */
export async function getRootSection(): Promise<Section> {
  const [root] = await reader().select(sectionColumns).from(sections).where(isNull(sections.parentId));
  if (root === undefined) throw new Error('The portal has no root section.');
  return root;
}

/** Direct children in the newsroom's order. */
export async function listChildSections(sectionId: number): Promise<Section[]> {
  return reader()
    .select(sectionColumns)
    .from(sections)
    .where(eq(sections.parentId, sectionId))
    .orderBy(asc(sections.position), asc(sections.id));
}

/** From the root down to the section itself. */
export async function getSectionLine(sectionId: number): Promise<[Section, ...Section[]]> {
  const line: Section[] = [];
  let next: number | null = sectionId;
  while (next !== null) {
    const [section]: Section[] = await reader()
      .select(sectionColumns)
      .from(sections)
      .where(eq(sections.id, next));
    if (section === undefined) throw new Error(`There is no section ${next}.`);
    line.unshift(section);
    next = section.parentId;
  }
  const [root, ...rest] = line;
  return [root!, ...rest];
}
