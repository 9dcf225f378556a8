import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { notices } from '@/db/schema/notices';
import type { Editor } from '@/features/access/editor';
import type { Outcome } from '@/lib/problems';

export const seenForm = z.strictObject({
  /** The newest notice that the page showed: what came later was not seen. */
  upTo: z.int().positive(),
});

/** Marks the editor's own notices as seen, as far as the page showed them. */
export async function markNoticesSeen(
  editor: Editor,
  { upTo }: z.output<typeof seenForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await q
      .update(notices)
      .set({ seenAt: now })
      .where(and(eq(notices.editorId, editor.id), isNull(notices.seenAt), lte(notices.id, upTo)));
    return { ok: true, value: undefined };
  });
}
