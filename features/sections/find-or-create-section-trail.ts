import { and, eq, isNull } from 'drizzle-orm';
import { pinyin } from 'pinyin-pro';
import type { Query } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { reservedFirstSegments } from '@/features/addresses/reserved-paths';
import type { SectionKind } from '@/lib/section-kind';

/** Where pages go that name no section. */
const unsorted = { name: '未分类', path: 'unsorted' };

/**
 * The section at the end of a breadcrumb, created with everything above it that is missing. A trail that begins
 * with another group's site keeps it as a portal of its own, so that its breadcrumb reads as it did.
 * An empty trail leads to 未分类. To be called in the transaction that stores what belongs there.
 */
export async function findOrCreateSectionTrail(q: Query, trail: string[]): Promise<number> {
  const [root] = await q.select().from(sections).where(isNull(sections.parentId));
  if (root === undefined) throw new Error('The portal has no root section.');
  const names = trail[0] === root.name || trail[0] === '首页' ? trail.slice(1) : trail;
  if (names.length === 0) {
    return trail.length > 0 ? root.id : findOrCreate(q, { parentId: root.id, kind: 'section', ...unsorted });
  }
  const isForeign =
    names.length === trail.length && trail.length > 1 && !(await findChild(q, root.id, names[0]!));
  let parent = { id: root.id, path: root.path };
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const kind: SectionKind =
      isForeign && index === 0 ? 'portal' : isLast || index > (isForeign ? 1 : 0) ? 'section' : 'subsite';
    const id = await findOrCreate(q, {
      parentId: parent.id,
      name,
      kind,
      path: await freePath(q, parent.path, name),
    });
    parent = { id, path: await pathOf(q, id) };
  }
  return parent.id;
}

async function findChild(q: Query, parentId: number, name: string): Promise<number | undefined> {
  const [child] = await q
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.parentId, parentId), eq(sections.name, name)));
  return child?.id;
}

async function findOrCreate(
  q: Query,
  section: { parentId: number; name: string; kind: SectionKind; path: string },
): Promise<number> {
  const known = await findChild(q, section.parentId, section.name);
  if (known !== undefined) return known;
  // After everything that the newsroom has put in order.
  const [added] = await q
    .insert(sections)
    .values({ ...section, position: 1000 })
    .returning({ id: sections.id });
  return added!.id;
}

async function pathOf(q: Query, sectionId: number): Promise<string> {
  const [section] = await q.select({ path: sections.path }).from(sections).where(eq(sections.id, sectionId));
  return section!.path;
}

/** The name in pinyin below the parent's path, numbered when that is taken or belongs to a page of another kind. */
async function freePath(q: Query, parentPath: string, name: string): Promise<string> {
  const romanized = pinyin(name, { toneType: 'none', type: 'array' }).join('').toLowerCase();
  const slug =
    romanized
      .normalize('NFKC')
      .replaceAll(/[^a-z0-9]+/gu, '')
      .slice(0, 40) || 'section';
  for (let number = 1; ; number += 1) {
    const segment = number === 1 ? slug : `${slug}-${number}`;
    const path = parentPath === '' ? segment : `${parentPath}/${segment}`;
    if (parentPath === '' && reservedFirstSegments.has(segment)) continue;
    const [taken] = await q.select({ id: sections.id }).from(sections).where(eq(sections.path, path));
    if (taken === undefined) return path;
  }
}
