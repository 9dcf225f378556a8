import { count, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { makeOneTimeLink } from '@/features/access/one-time-links';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import { editorRoles } from '@/lib/editor-role';
import type { Outcome } from '@/lib/problems';

export const rolesField = z
  .array(z.strictObject({ role: z.enum(editorRoles), sectionId: z.int().positive() }))
  .min(1, '请至少选一个岗位')
  .max(100);

export const invitationDraft = z.strictObject({
  name: z.string().trim().min(1, '请填写姓名').max(60, '姓名不能超过 60 字'),
  email: z.email('请填写有效的邮箱地址').max(254).toLowerCase(),
  roles: rolesField,
});

/**
 * Makes the link with which a colleague opens an account; the answer is its address, to be handed over.
 * Without an editor the command line asks, which may do everything.
 */
export async function inviteEditor(
  editor: Editor | undefined,
  draft: z.infer<typeof invitationDraft>,
  now = new Date(),
): Promise<Outcome<{ link: string }>> {
  return tx(async (q) => {
    if (editor !== undefined) await demand(q, editor, 'manageEditors');
    const [known] = await q.select({ number: count() }).from(editors).where(eq(editors.email, draft.email));
    if (known!.number > 0) {
      return { ok: false, problems: [{ field: 'email', message: '这个邮箱已经有账号了。' }] };
    }
    if (!(await areSections(q, draft.roles))) {
      return { ok: false, problems: [{ field: 'roles', message: '所选的栏目已不存在，请重新选择。' }] };
    }
    const link = await makeOneTimeLink(q, { purpose: 'join', ...draft, invitedBy: editor?.id ?? null }, now);
    await recordEvent(q, editor, { kind: 'editorInvited', subject: `${draft.name} ${draft.email}` }, now);
    return { ok: true, value: { link } };
  });
}

/** Whether every role names a section that there is. */
export async function areSections(q: Query, roles: { sectionId: number }[]): Promise<boolean> {
  const ids = [...new Set(roles.map(({ sectionId }) => sectionId))];
  const found = await q.select({ id: sections.id }).from(sections).where(inArray(sections.id, ids));
  return found.length === ids.length;
}
