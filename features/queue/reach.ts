import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { type SectionReach, sectionReach } from '@/features/access/permission';

/** Where a question looks: in `any` at every article, in `own` at those the editor began. No section is in both. */
export type QueueReach = SectionReach & {
  /** `any` is the whole portal, so that a query need not name its sections. */
  isEverywhere: boolean;
};

/** Sections in which the editor sees articles; with `reviewing`, those that they may return or publish as well. */
export async function reachOf(
  editor: Editor,
  { isReviewing = false, sectionId }: { isReviewing?: boolean; sectionId?: number } = {},
): Promise<QueueReach> {
  const q = reader();
  const tree = await q.select({ id: sections.id, parentId: sections.parentId }).from(sections);
  let reach = await sectionReach(q, editor, 'viewArticle');
  if (isReviewing) {
    const returning = await sectionReach(q, editor, 'returnArticle');
    const publishing = await sectionReach(q, editor, 'publishArticle');
    reach = both(reach, {
      any: new Set([...returning.any, ...publishing.any]),
      own: new Set([...returning.own, ...publishing.own]),
    });
  }
  if (sectionId !== undefined) {
    const below = withDescendants(tree, sectionId);
    reach = { any: common(below, reach.any), own: common(below, reach.own) };
  }
  const { any } = reach;
  const own = new Set([...reach.own].filter((id) => !any.has(id)));
  return { any, own, isEverywhere: tree.every(({ id }) => any.has(id)) };
}

/** What both rights allow: a right to any article is one to the own ones, too. */
function both(left: SectionReach, right: SectionReach): SectionReach {
  const any = common(left.any, right.any);
  const own = common(new Set([...left.any, ...left.own]), new Set([...right.any, ...right.own]));
  return { any, own };
}

function common(left: ReadonlySet<number>, right: ReadonlySet<number>): Set<number> {
  return new Set([...left].filter((id) => right.has(id)));
}

function withDescendants(tree: { id: number; parentId: number | null }[], sectionId: number): Set<number> {
  const children = Map.groupBy(tree, ({ parentId }) => parentId);
  const below = (id: number): number[] => [
    id,
    ...(children.get(id) ?? []).flatMap((child) => below(child.id)),
  ];
  return new Set(tree.some(({ id }) => id === sectionId) ? below(sectionId) : []);
}
