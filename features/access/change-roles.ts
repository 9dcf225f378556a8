import { and, count, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { editorRoleScopes, editors, logins } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { areSections, type rolesField } from '@/features/access/invite-editor';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import { editorRoleLabels } from '@/lib/editor-role';
import type { Outcome } from '@/lib/problems';

/** Gives an editor exactly these roles. Their logins end: they sign in again with the new rights. */
export async function changeRoles(
  editor: Editor,
  editorId: number,
  roles: z.infer<typeof rolesField>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'manageEditors');
    const [changed] = await q
      .select({ name: editors.name, email: editors.email })
      .from(editors)
      .where(eq(editors.id, editorId));
    if (changed === undefined) return refuse('这个账号已不存在。');
    if (!(await areSections(q, roles))) return refuse('所选的栏目已不存在，请重新选择。');
    await q.delete(editorRoleScopes).where(eq(editorRoleScopes.editorId, editorId));
    await q
      .insert(editorRoleScopes)
      .values(roles.map((scope) => ({ ...scope, editorId })))
      .onConflictDoNothing();
    if (!(await hasAdministrator(q))) throw new LastAdministratorError();
    await q.delete(logins).where(eq(logins.editorId, editorId));
    await recordEvent(
      q,
      editor,
      {
        kind: 'rolesChanged',
        subject: `${changed.name} ${changed.email}`,
        note: [...new Set(roles.map(({ role }) => editorRoleLabels[role]))].join('、'),
      },
      now,
    );
    return { ok: true as const, value: undefined };
  }).catch((error: unknown) => {
    if (error instanceof LastAdministratorError) return refuse(error.message);
    throw error;
  });
}

/** Thrown inside a transaction, so that what it did is undone. */
export class LastAdministratorError extends Error {
  override name = 'LastAdministratorError';
  constructor() {
    super('至少要留一位管理员，否则再也没有人能管理人员。请先让另一位同事担任管理员。');
  }
}

export async function hasAdministrator(q: Query): Promise<boolean> {
  const [row] = await q
    .select({ number: count() })
    .from(editorRoleScopes)
    .innerJoin(editors, eq(editors.id, editorRoleScopes.editorId))
    .where(and(eq(editorRoleScopes.role, 'administrator'), isNull(editors.disabledAt)));
  return row!.number > 0;
}

function refuse(message: string): Outcome {
  return { ok: false, problems: [{ field: 'roles', message }] };
}
