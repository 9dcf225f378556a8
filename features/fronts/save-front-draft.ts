import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { frontDrafts } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getFrontId, readDraft, readLiveFront, type StoredDraft } from '@/features/fronts/front-state';
import { frontKeys } from '@/lib/block-kind';
import { type FrontDraft, frontDraftSchema, isSameFront } from '@/lib/front-draft';
import type { Problem } from '@/lib/problems';

export const saveFrontForm = z.strictObject({
  key: z.enum(frontKeys),
  /** The version that was being arranged. */
  baseVersion: z.int().min(0),
  content: frontDraftSchema,
});

/** Who saved another arrangement meanwhile. */
export type FrontConflict = { version: number; savedBy: string; savedAt: Date | null; isOwn: boolean };

export type SaveFrontOutcome =
  | { ok: true; value: { version: number; savedAt: Date | null } }
  | { ok: false; problems: Problem[]; conflict?: FrontConflict };

/**
 * Keeps a front as it is being arranged; readers see nothing of it. Refused when somebody saved since
 * `baseVersion`. An article can only be placed while it is live; one that left the site after it was placed
 * stays in the draft. Saves come every few seconds and are no events of the timeline: launches are.
 */
export async function saveFrontDraft(
  editor: Editor,
  { key, baseVersion, content }: z.output<typeof saveFrontForm>,
  now = new Date(),
): Promise<SaveFrontOutcome> {
  return tx(async (q) => {
    await demand(q, editor, 'curateFronts');
    const frontId = await getFrontId(q, key);
    const stored = await readDraft(q, frontId);
    if (isSameFront(stored.content, content) && (stored.version === baseVersion || isOwn(stored))) {
      return { ok: true, value: { version: stored.version, savedAt: stored.savedAt } };
    }
    if (stored.version !== baseVersion) {
      const { version, savedBy, savedAt } = stored;
      const who = isOwn(stored) ? '您在另一个窗口' : `${savedBy || '同事'}刚刚`;
      return {
        ok: false,
        problems: [{ field: '', message: `${who}保存了这个版面，您的改动还没有保存。` }],
        conflict: { version, savedBy, savedAt, isOwn: isOwn(stored) },
      };
    }
    const live = await readLiveFront(q, frontId);
    const problems = await problemsOfContent(q, content, [stored.content, live]);
    if (problems.length > 0) return { ok: false, problems };
    const row = { version: stored.version + 1, editorId: editor.id, savedAt: now, content };
    await q
      .insert(frontDrafts)
      .values({ frontId, ...row })
      .onConflictDoUpdate({ target: frontDrafts.frontId, set: row });
    return { ok: true, value: { version: row.version, savedAt: now } };
  });

  function isOwn(stored: StoredDraft): boolean {
    return stored.editorId === editor.id;
  }
}

async function problemsOfContent(
  q: Query,
  content: FrontDraft,
  known: [stored: FrontDraft, live: FrontDraft],
): Promise<Problem[]> {
  const ids = (draft: FrontDraft) => draft.blocks.map(({ blockId }) => blockId).toSorted((a, b) => a - b);
  if (JSON.stringify(ids(content)) !== JSON.stringify(ids(known[1]))) {
    return [{ field: '', message: '版块有变动，请重新载入版面后再编排。' }];
  }
  const placedBefore = new Set(known.flatMap(articleIdsOf));
  const liveIds = await liveAmong(
    q,
    articleIdsOf(content).filter((id) => !placedBefore.has(id)),
  );
  const sectionIds = content.blocks.flatMap(({ sectionId }) => sectionId ?? []);
  const found = await q.select({ id: sections.id }).from(sections).where(inArray(sections.id, sectionIds));
  const knownSections = new Set(found.map(({ id }) => id));
  return content.blocks.flatMap(({ sectionId, items }, index) => {
    const problems: Problem[] = [];
    if (sectionId !== null && !knownSections.has(sectionId)) {
      problems.push({
        field: `blocks.${index}.sectionId`,
        message: '这个栏目已被删除，请另选一个。',
      });
    }
    const seen = new Set<number>();
    for (const [place, { articleId }] of items.entries()) {
      if (articleId === null) continue;
      const field = `blocks.${index}.items.${place}`;
      if (seen.has(articleId)) problems.push({ field, message: '这篇稿件已在这个版块里，请移除一条。' });
      else if (!placedBefore.has(articleId) && !liveIds.has(articleId)) {
        problems.push({ field, message: '这篇稿件没有发布，不能放到版面上。' });
      }
      seen.add(articleId);
    }
    return problems;
  });
}

function articleIdsOf(draft: FrontDraft): number[] {
  return draft.blocks.flatMap(({ items }) => items.flatMap(({ articleId }) => articleId ?? []));
}

async function liveAmong(q: Query, articleIds: number[]): Promise<Set<number>> {
  if (articleIds.length === 0) return new Set();
  const found = await q
    .selectDistinct({ id: listings.articleId })
    .from(listings)
    .where(inArray(listings.articleId, articleIds));
  return new Set(found.map(({ id }) => id));
}
