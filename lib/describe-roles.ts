import { type EditorRole, editorRoleLabels, editorRoles } from '@/lib/editor-role';

/** A role and where it counts, in the words of the screen. */
export type DescribedRole = { role: string; sections: string };

/**
 * Somebody's roles for a page: each once, in the order of the newsroom, with the names of its sections.
 * `sections` are all there are, the portal itself first; what it holds counts everywhere.
 */
export function describeRoles(
  roles: readonly { role: EditorRole; sectionId: number }[],
  sections: readonly { id: number; name: string }[],
): DescribedRole[] {
  const rootId = sections[0]?.id;
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  return editorRoles.flatMap((role) => {
    const scopes = roles.filter((one) => one.role === role).map(({ sectionId }) => sectionId);
    if (scopes.length === 0) return [];
    const isEverywhere = rootId !== undefined && scopes.includes(rootId);
    const where = isEverywhere ? '全站' : scopes.map((id) => names.get(id) ?? '已删除的栏目').join('、');
    return [{ role: editorRoleLabels[role], sections: where }];
  });
}
