import { isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { type DeskVerb, deskVerbLabels, roleVerbs } from '@/features/access/role-verbs';
import { lineIdsOf } from '@/features/sections/section-rows';

/** What a verb is done to. Verbs about the whole portal name nothing. */
export type Target = { sectionId: number; ownerId: number | null };

/** Thrown by a verb that was asked by somebody who may not. The message is for the screen. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
  constructor(verb: DeskVerb) {
    super(`您的岗位没有“${deskVerbLabels[verb]}”的权限。请联系管理员调整岗位，或请有权限的同事操作。`);
  }
}

/**
 * Whether the editor may. A role reaches its section and all below it; without a target the role must be
 * held for the whole portal.
 */
export async function may(q: Reader, editor: Editor, verb: DeskVerb, target?: Target): Promise<boolean> {
  const granting = editor.roles.filter(({ role }) => roleVerbs[role][verb] !== undefined);
  if (granting.length === 0) return false;
  const line = target === undefined ? [await rootSectionId(q)] : await lineIdsOf(q, target.sectionId);
  return granting.some(({ role, sectionId }) => {
    if (!line.includes(sectionId)) return false;
    return roleVerbs[role][verb] === 'any' || (target !== undefined && target.ownerId === editor.id);
  });
}

/** The first line of every verb. Throws NotAllowedError. */
export async function demand(q: Reader, editor: Editor, verb: DeskVerb, target?: Target): Promise<void> {
  if (!(await may(q, editor, verb, target))) throw new NotAllowedError(verb);
}

/**
 * The right to a verb about the whole portal, for navigation. Asks nothing: a wait more in the layout would let
 * the order in which a page arrives tell whether an article exists.
 */
export function mayForPortal(editor: Editor, verb: DeskVerb, rootId: number): boolean {
  return editor.roles.some(({ role, sectionId }) => sectionId === rootId && roleVerbs[role][verb] === 'any');
}

/** For what belongs to no section, like the picture library: the right anywhere is enough. */
export function mayAnywhere(editor: Editor, verb: DeskVerb): boolean {
  return editor.roles.some(({ role }) => roleVerbs[role][verb] !== undefined);
}

export function demandAnywhere(editor: Editor, verb: DeskVerb): void {
  if (!mayAnywhere(editor, verb)) throw new NotAllowedError(verb);
}

/** The sections in which the editor may do this to any article, and those in which only to own ones. */
export type SectionReach = { any: ReadonlySet<number>; own: ReadonlySet<number> };

/** For queries that list: the rights of may(), asked for all sections at once. */
export async function sectionReach(q: Reader, editor: Editor, verb: DeskVerb): Promise<SectionReach> {
  const tree = await q.select({ id: sections.id, parentId: sections.parentId }).from(sections);
  const children = Map.groupBy(tree, ({ parentId }) => parentId);
  const below = (id: number): number[] => [
    id,
    ...(children.get(id) ?? []).flatMap((child) => below(child.id)),
  ];
  const reached = (reach: 'any' | 'own') =>
    new Set(
      editor.roles
        .filter(({ role }) => roleVerbs[role][verb] === reach)
        .flatMap(({ sectionId }) => below(sectionId)),
    );
  return { any: reached('any'), own: reached('own') };
}

async function rootSectionId(q: Reader): Promise<number> {
  const [root] = await q.select({ id: sections.id }).from(sections).where(isNull(sections.parentId));
  if (root === undefined) throw new Error('The portal has no root section.');
  return root.id;
}
