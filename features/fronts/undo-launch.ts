import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { frontLaunches } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { findLastLaunch, getFrontId, readLiveFront } from '@/features/fronts/front-state';
import { showBlock } from '@/features/fronts/show-front';
import { recordEvent } from '@/features/timeline/record-event';
import { frontKeyLabels, frontKeys } from '@/lib/block-kind';
import type { Outcome } from '@/lib/problems';

export const undoLaunchForm = z.strictObject({
  key: z.enum(frontKeys),
  /** The launch to undo; refused when it is not the last one any more. */
  launchId: z.int().positive(),
});

/**
 * Shows readers again what they saw before the last launch; undone once more, the one before that. The
 * draft stays, so that it can be put right and launched again. For whoever may curate fronts.
 */
export async function undoLaunch(
  editor: Editor,
  { key, launchId }: z.output<typeof undoLaunchForm>,
  now = new Date(),
): Promise<Outcome<{ launchId: number }>> {
  return tx(async (q) => {
    await demand(q, editor, 'curateFronts');
    const frontId = await getFrontId(q, key);
    const last = await findLastLaunch(q, frontId);
    if (last?.id !== launchId) {
      const message = '线上的版面刚刚变了，这次发布已经不是最后一次。请重新载入后再决定。';
      return { ok: false, problems: [{ field: '', message }] };
    }
    const [launch] = await q
      .select({ before: frontLaunches.before })
      .from(frontLaunches)
      .where(eq(frontLaunches.id, launchId));
    const shown = await readLiveFront(q, frontId);
    const present = new Map(shown.blocks.map((block) => [block.blockId, block]));
    const known = new Set((await q.select({ id: sections.id }).from(sections)).map(({ id }) => id));
    for (const [index, block] of launch!.before.blocks.entries()) {
      const standing = present.get(block.blockId);
      if (standing === undefined) continue;
      // A section that was removed since cannot come back with the block.
      const isKnown = block.sectionId === null || known.has(block.sectionId);
      await showBlock(q, isKnown ? block : { ...block, sectionId: standing.sectionId }, index);
    }
    await q.delete(frontLaunches).where(eq(frontLaunches.id, launchId));
    await recordEvent(
      q,
      editor,
      { kind: 'frontLaunched', subject: frontKeyLabels[key], note: '撤销上次发布' },
      now,
    );
    await raiseContentVersion(q);
    return { ok: true, value: { launchId: (await findLastLaunch(q, frontId))?.id ?? 0 } };
  });
}
