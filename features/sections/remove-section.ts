import { and, count, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { articles } from '@/db/schema/articles';
import { frontDrafts, revisions } from '@/db/schema/desk';
import { editorRoleScopes, editors } from '@/db/schema/editors';
import { blocks } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { redirects } from '@/db/schema/site';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { leavePaths, unsortedPath } from '@/features/sections/section-paths';
import { getSectionRow, type SectionRow } from '@/features/sections/section-rows';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const removeSectionForm = z.strictObject({ sectionId: z.int().positive() });

/**
 * Removes a section that nothing belongs to any more. Its address, and every address it ever had, leads to
 * the section above. Refused with what still hangs on it. For whoever may edit sections of the portal.
 */
export async function removeSection(
  editor: Editor,
  { sectionId }: z.output<typeof removeSectionForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'editSections');
    const section = await getSectionRow(q, sectionId);
    const { parentId } = section;
    if (parentId === null) return refuse(['门户本身不能删除。']);
    const reasons = await reasonsToKeep(q, section);
    if (reasons.length > 0) return refuse(reasons);
    await q.update(redirects).set({ sectionId: parentId }).where(eq(redirects.sectionId, sectionId));
    await leavePaths(q, parentId, [section.path], now);
    await q.delete(sections).where(eq(sections.id, sectionId));
    await recordEvent(
      q,
      editor,
      { kind: 'sectionRemoved', sectionId, subject: section.name, note: `地址 /${section.path}` },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}

function refuse(messages: string[]): Outcome {
  return { ok: false, problems: [{ field: '', message: messages.join('') }] };
}

async function reasonsToKeep(q: Query, { id, path, name }: SectionRow): Promise<string[]> {
  if (path === unsortedPath) return ['没有栏目的旧稿会归到这里，这个栏目不能删除。'];
  const children = await q
    .select({ name: sections.name })
    .from(sections)
    .where(eq(sections.parentId, id))
    .limit(3);
  const articleCount = await countArticles(q, id);
  const shownBy = await q.select({ title: blocks.title }).from(blocks).where(eq(blocks.sectionId, id));
  const arranged = (await q.select({ content: frontDrafts.content }).from(frontDrafts))
    .flatMap(({ content }) => content.blocks)
    .filter(({ sectionId }) => sectionId === id);
  const titles = [...new Set([...shownBy, ...arranged].map(({ title }) => title))];
  const holders = await q
    .selectDistinct({ name: editors.name })
    .from(editorRoleScopes)
    .innerJoin(editors, eq(editors.id, editorRoleScopes.editorId))
    .where(eq(editorRoleScopes.sectionId, id));
  return [
    ...(children.length === 0
      ? []
      : [`“${name}”下面还有栏目${namesOf(children.map((child) => child.name))}，请先移走或删除它们。`]),
    ...(articleCount === 0
      ? []
      : [`“${name}”还有 ${articleCount} 篇稿件（含草稿和已下线、已撤稿的），请先把它们改到别的栏目。`]),
    ...(titles.length === 0
      ? []
      : [`版块${namesOf(titles)}取用“${name}”的稿件，请先在“版面”里改选别的栏目并发布。`]),
    ...(holders.length === 0
      ? []
      : [`${holders.map((holder) => holder.name).join('、')}的岗位限于“${name}”，请先在“人员”里调整。`]),
  ];
}

/** Of any state; one whose text in progress has been moved here while readers still see it elsewhere counts. */
async function countArticles(q: Query, sectionId: number): Promise<number> {
  const [stored] = await q
    .select({ number: count() })
    .from(articles)
    .where(eq(articles.sectionId, sectionId));
  const changed = await q
    .select({ sectionId: articles.sectionId, content: revisions.content })
    .from(articles)
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.version, articles.version)))
    .where(gt(articles.version, articles.publishedVersion));
  const moving = changed.filter(
    (article) => article.sectionId !== sectionId && article.content.sectionId === sectionId,
  );
  return stored!.number + moving.length;
}

function namesOf(names: string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}
