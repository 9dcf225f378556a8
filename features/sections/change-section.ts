import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { relistSection } from '@/features/articles/relist-section';
import { sectionFields } from '@/features/sections/section-form';
import {
  joinPath,
  leavePaths,
  problemOfPath,
  problemOfPathsBelow,
  takePath,
  unsortedPath,
} from '@/features/sections/section-paths';
import {
  getSectionRow,
  lastPositionBelow,
  lineIdsOf,
  problemOfName,
  type SectionRow,
} from '@/features/sections/section-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome, Problem } from '@/lib/problems';

export const changeSectionForm = z.strictObject({
  ...sectionFields,
  sectionId: z.int().positive(),
  /** Both are fixed for the portal itself: no parent, no segment. */
  segment: z.union([z.literal(''), sectionFields.segment]),
  parentId: sectionFields.parentId.nullable(),
});

type Change = z.output<typeof changeSectionForm>;

/**
 * Changes what a section is called, what it is, its address and its place in the tree. Every address that
 * it and everything below it ever had arrives with one hop at the new one, and the lists of all sections
 * above it, old and new, are right with the same transaction. For whoever may edit sections of the portal.
 */
export async function changeSection(
  editor: Editor,
  change: Change,
  now = new Date(),
): Promise<Outcome<{ path: string }>> {
  return tx(async (q) => {
    await demand(q, editor, 'editSections');
    const section = await getSectionRow(q, change.sectionId);
    const problems = await problemsOfChange(q, section, change);
    if (problems.length > 0) return { ok: false, problems };
    const { name, kind, description, parentId } = change;
    const isMoved = parentId !== section.parentId;
    const parent = parentId === null ? undefined : await getSectionRow(q, parentId);
    const path = parent === undefined ? '' : joinPath(parent.path, change.segment);
    const position =
      isMoved && parentId !== null ? (await lastPositionBelow(q, parentId)) + 1 : section.position;
    const before = await lineIdsOf(q, section.id);
    await q
      .update(sections)
      .set({ name, kind, description, parentId, position })
      .where(eq(sections.id, section.id));
    if (path !== section.path) await readdress(q, section, path, now);
    if (isMoved) {
      const after = await lineIdsOf(q, section.id);
      await relistSection(q, section.id, {
        left: before.filter((id) => !after.includes(id)),
        entered: after.filter((id) => !before.includes(id)),
      });
    }
    const notes = [
      ...(name === section.name ? [] : [`原名“${section.name}”`]),
      ...(isMoved ? [`移到“${parent!.name}”之下`] : []),
      ...(path === section.path ? [] : [`地址 /${section.path} 改为 /${path}`]),
    ];
    await recordEvent(
      q,
      editor,
      { kind: 'sectionChanged', sectionId: section.id, subject: name, note: notes.join('；') },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: { path } };
  });
}

async function problemsOfChange(q: Query, section: SectionRow, change: Change): Promise<Problem[]> {
  const { parentId, segment, kind, name } = change;
  if (section.parentId === null) {
    return parentId === null && segment === '' && kind === 'portal'
      ? []
      : [{ field: '', message: '门户本身的类型、地址和位置不能改，请只改名称和简介。' }];
  }
  if (parentId === null) return [{ field: 'parentId', message: '请选择上级栏目。' }];
  const problems: Problem[] = [];
  const parentLine = await lineIdsOf(q, parentId);
  if (parentLine.length === 0) return [{ field: 'parentId', message: '上级栏目已被删除，请另选一个。' }];
  if (parentLine.includes(section.id)) {
    return [{ field: 'parentId', message: '栏目不能放到自己或自己的下级里，请另选上级。' }];
  }
  const sameName = await problemOfName(q, parentId, name, section.id);
  if (sameName !== undefined) problems.push(sameName);
  const parent = await getSectionRow(q, parentId);
  const path = joinPath(parent.path, segment);
  if (path !== section.path) {
    const message = await problemOfNewPath(q, section, parent.path, segment);
    if (message !== undefined) problems.push({ field: 'segment', message });
  }
  return problems;
}

async function problemOfNewPath(
  q: Query,
  section: SectionRow,
  parentPath: string,
  segment: string,
): Promise<string | undefined> {
  if (section.path === unsortedPath) return '没有栏目的旧稿会归到这里，这个栏目的地址和位置不能改。';
  if (segment === '') return '请填写地址。';
  const message = await problemOfPath(q, parentPath, segment);
  if (message !== undefined) return message;
  const [, ...below] = await listBranch(q, section);
  return problemOfPathsBelow(q, { from: section.path, to: joinPath(parentPath, segment), below });
}

/** Gives the section and everything below it their new paths; the old ones become redirects. */
async function readdress(q: Query, section: SectionRow, path: string, now: Date): Promise<void> {
  for (const { id, path: oldPath } of await listBranch(q, section)) {
    const newPath = path + oldPath.slice(section.path.length);
    await takePath(q, newPath);
    await q.update(sections).set({ path: newPath }).where(eq(sections.id, id));
    await leavePaths(q, id, [oldPath], now);
  }
}

/** The section and everything below it, parents first. */
async function listBranch(
  q: Query,
  { id, name, path }: SectionRow,
): Promise<{ id: number; name: string; path: string }[]> {
  const branch = [{ id, name, path }];
  for (const above of branch) {
    branch.push(
      ...(await q
        .select({ id: sections.id, name: sections.name, path: sections.path })
        .from(sections)
        .where(eq(sections.parentId, above.id))),
    );
  }
  return branch;
}
