import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { frontLaunches } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { findLastLaunch, getFrontId, readDraft, readLiveFront } from '@/features/fronts/front-state';
import { showBlock } from '@/features/fronts/show-front';
import { recordEvent } from '@/features/timeline/record-event';
import { frontKeyLabels, frontKeys } from '@/lib/block-kind';
import { formatTime } from '@/lib/dates';
import { type DraftBlock, isSameBlock, isSameFront } from '@/lib/front-draft';
import type { Outcome } from '@/lib/problems';

export const launchFrontForm = z.strictObject({
  key: z.enum(frontKeys),
  /** The version of the draft that the editor has before them: what was not seen is not launched. */
  version: z.int().min(0),
  /** The last launch they know of, 0 when none. */
  launchId: z.int().min(0),
  /** One block alone; null launches the whole front with the order of its blocks. */
  blockId: z.int().positive().nullable(),
});

/** How many launches of a front can be undone, one after the other. */
export const launchesKept = 20;

/**
 * Shows readers the front, or one block of it, as it was arranged. Refused when somebody saved or launched
 * since the editor looked, so that nobody publishes what they have not seen. For whoever may curate fronts.
 */
export async function launchFront(
  editor: Editor,
  { key, version, launchId, blockId }: z.output<typeof launchFrontForm>,
  now = new Date(),
): Promise<Outcome<{ launchId: number }>> {
  return tx(async (q) => {
    await demand(q, editor, 'curateFronts');
    const frontId = await getFrontId(q, key);
    const draft = await readDraft(q, frontId);
    const last = await findLastLaunch(q, frontId);
    if ((last?.id ?? 0) !== launchId) {
      const who =
        last === undefined
          ? '上次发布已被撤销'
          : `${last.editorName || '同事'}在 ${formatTime(last.launchedAt)} 发布过，或有发布被撤销`;
      return refuse(`线上的版面刚刚变了：${who}。请重新载入、看过之后再发布。`);
    }
    if (draft.version !== version) {
      return refuse(`${draft.savedBy || '同事'}刚刚改过这个版面，请重新载入、看过之后再发布。`);
    }
    const before = await readLiveFront(q, frontId);
    const block = draft.content.blocks.find((one) => one.blockId === blockId);
    if (blockId !== null && block === undefined) return refuse('这个版块已不在版面上，请重新载入。');
    const isSame =
      block === undefined
        ? isSameFront(before, draft.content)
        : isSameBlock(
            before.blocks.find((one) => one.blockId === blockId),
            block,
          );
    if (isSame) return refuse('和线上一样，没有要发布的改动。');
    const targets = block === undefined ? draft.content.blocks : [block];
    const missing = await titlesWithoutSection(q, targets);
    if (missing.length > 0) {
      return refuse(
        `版块${missing.map((title) => `“${title}”`).join('、')}的栏目已被删除，请另选一个再发布。`,
      );
    }
    for (const [index, target] of targets.entries()) {
      await showBlock(q, target, block === undefined ? index : undefined);
    }
    const [launch] = await q
      .insert(frontLaunches)
      .values({ frontId, blockId, editorId: editor.id, launchedAt: now, before })
      .returning({ id: frontLaunches.id });
    await forgetOldLaunches(q, frontId);
    const subject = [frontKeyLabels[key], ...(block === undefined ? [] : [block.title])].join('：');
    await recordEvent(q, editor, { kind: 'frontLaunched', version, subject }, now);
    await raiseContentVersion(q);
    return { ok: true, value: { launchId: launch!.id } };
  });
}

async function titlesWithoutSection(q: Query, targets: readonly DraftBlock[]): Promise<string[]> {
  const ids = targets.flatMap(({ sectionId }) => sectionId ?? []);
  const found = await q.select({ id: sections.id }).from(sections).where(inArray(sections.id, ids));
  const known = new Set<number | null>([null, ...found.map(({ id }) => id)]);
  return targets.filter(({ sectionId }) => !known.has(sectionId)).map(({ title }) => title);
}

async function forgetOldLaunches(q: Query, frontId: number): Promise<void> {
  const [oldest] = await q
    .select({ id: frontLaunches.id })
    .from(frontLaunches)
    .where(eq(frontLaunches.frontId, frontId))
    .orderBy(desc(frontLaunches.id))
    .limit(1)
    .offset(launchesKept - 1);
  if (oldest === undefined) return;
  await q
    .delete(frontLaunches)
    .where(and(eq(frontLaunches.frontId, frontId), lt(frontLaunches.id, oldest.id)));
}

function refuse(message: string): { ok: false; problems: [{ field: string; message: string }] } {
  return { ok: false, problems: [{ field: '', message }] };
}
