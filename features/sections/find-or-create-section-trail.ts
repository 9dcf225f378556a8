import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { freeSegment, joinPath, takePath, unsortedPath } from '@/features/sections/section-paths';
import type { SectionKind } from '@/lib/section-kind';

type Place = { id: number; path: string };

/** Where pages go that name no section. */
const unsorted = { name: '未分类', path: unsortedPath, kind: 'section' } as const;

/** What portals call their own first step. */
const ownHome = /^(?:网站|本站|本网)?首页$/u;

/** After everything that the newsroom has put in order itself. */
const lastPosition = 1000;

/**
 * The section at the end of a breadcrumb, created with everything above it that is missing. A trail that begins
 * with another group's site keeps it as a portal of its own, so that its breadcrumb reads as it did.
 * An empty trail leads to 未分类. To be called in the transaction that stores what belongs there.
 */
export async function findOrCreateSectionTrail(q: Query, trail: string[]): Promise<number> {
  const [root] = await q.select().from(sections).where(isNull(sections.parentId));
  if (root === undefined) throw new Error('The portal has no root section.');
  const [first] = trail;
  if (first === undefined) return (await findOrCreateUnsorted(q, root)).id;
  const isOwn = first === root.name || ownHome.test(first);
  let place: Place = root;
  for (const [level, name] of trail.entries()) {
    if (level === 0 && isOwn) continue;
    const kind = kindAt(level, level === trail.length - 1);
    place = (await findChild(q, place.id, name)) ?? (await createChild(q, place, name, kind));
  }
  return place.id;
}

/** 集团网站 > 子网站 > 栏目 > 子栏目: what a level is when nobody has said so yet. */
function kindAt(level: number, isLast: boolean): SectionKind {
  if (level === 0) return 'portal';
  return level === 1 && !isLast ? 'subsite' : 'section';
}

async function findChild(q: Query, parentId: number, name: string): Promise<Place | undefined> {
  const [child] = await q
    .select({ id: sections.id, path: sections.path })
    .from(sections)
    .where(and(eq(sections.parentId, parentId), eq(sections.name, name)))
    .orderBy(asc(sections.position), asc(sections.id))
    .limit(1);
  return child;
}

async function createChild(q: Query, parent: Place, name: string, kind: SectionKind): Promise<Place> {
  const path = joinPath(parent.path, await freeSegment(q, parent.path, name));
  return insertSection(q, { parentId: parent.id, name, kind, path });
}

async function findOrCreateUnsorted(q: Query, root: Place): Promise<Place> {
  const [known] = await q
    .select({ id: sections.id, path: sections.path })
    .from(sections)
    .where(eq(sections.path, unsorted.path));
  return known ?? insertSection(q, { parentId: root.id, ...unsorted });
}

async function insertSection(
  q: Query,
  section: { parentId: number; name: string; kind: SectionKind; path: string },
): Promise<Place> {
  await takePath(q, section.path);
  const [added] = await q
    .insert(sections)
    .values({ ...section, position: lastPosition })
    .returning({ id: sections.id, path: sections.path });
  return added!;
}
