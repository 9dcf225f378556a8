import { asc, sum } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listingDays } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { type Section, sectionColumns } from '@/features/sections/section-tree';

export type SectionLine = Section & {
  /** How far below the portal, which is 0. */
  depth: number;
  /** Live articles of the section and everything below it. */
  articleCount: number;
  isFirst: boolean;
  isLast: boolean;
};

/** The whole tree in reading order, for whoever may edit it. */
export async function listSectionTree(editor: Editor): Promise<SectionLine[]> {
  await demand(reader(), editor, 'editSections');
  const rows = await reader()
    .select(sectionColumns)
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));
  const counts = await reader()
    .select({ sectionId: listingDays.sectionId, articleCount: sum(listingDays.articleCount).mapWith(Number) })
    .from(listingDays)
    .groupBy(listingDays.sectionId);
  const countById = new Map(counts.map(({ sectionId, articleCount }) => [sectionId, articleCount]));
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  const below = (parentId: number | null, depth: number): SectionLine[] => {
    const siblings = children.get(parentId) ?? [];
    return siblings.flatMap((section, index) => [
      {
        ...section,
        depth,
        articleCount: countById.get(section.id) ?? 0,
        isFirst: index === 0,
        isLast: index === siblings.length - 1,
      },
      ...below(section.id, depth + 1),
    ]);
  };
  return below(null, 0);
}
