import { and, asc, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { openArticles } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import { tabField } from '@/features/articles/save-article';
import { notify } from '@/features/notices/notify';
import { recordEvent } from '@/features/timeline/record-event';

export const openForm = z.strictObject({ articleId: z.int().positive(), tab: tabField });

/** A tab that was not heard of for this long, in milliseconds, has gone. */
export const openFor = 30_000;

export type Presence = {
  /** Who else has it open, and whether in another tab of the same person. */
  others: { name: string; isSelf: boolean; openedAt: Date }[];
  /** Somebody took over from this tab; undefined while it may save by itself. */
  takenOverBy: string | undefined;
  /** The version that stands now: greater than the tab's own after somebody saved. */
  version: number;
};

/** Says that a tab still has the article open, and answers who else has. Asked every few seconds. */
export async function keepOpen(
  editor: Editor,
  { articleId, tab }: z.output<typeof openForm>,
  now = new Date(),
): Promise<Presence> {
  return tx(async (q) => {
    const { version } = await getArticleFor(q, editor, 'viewArticle', articleId);
    await forgetGone(q, now);
    await q
      .insert(openArticles)
      .values({ articleId, tab, editorId: editor.id, openedAt: now, seenAt: now })
      .onConflictDoUpdate({ target: [openArticles.articleId, openArticles.tab], set: { seenAt: now } });
    return { ...(await presenceOf(q, editor, articleId, tab, now)), version };
  });
}

/** Makes this tab the one that writes: all others stop saving by themselves and say so. */
export async function takeOver(
  editor: Editor,
  { articleId, tab }: z.output<typeof openForm>,
  now = new Date(),
): Promise<Presence> {
  return tx(async (q) => {
    const { version, headline, sectionId } = await getArticleFor(q, editor, 'editArticle', articleId);
    await forgetGone(q, now);
    const yielded = await q
      .update(openArticles)
      .set({ yieldedAt: now })
      .where(
        and(eq(openArticles.articleId, articleId), ne(openArticles.tab, tab), isNull(openArticles.yieldedAt)),
      )
      .returning({ editorId: openArticles.editorId, seenAt: openArticles.seenAt });
    await q
      .insert(openArticles)
      .values({ articleId, tab, editorId: editor.id, openedAt: now, seenAt: now })
      .onConflictDoUpdate({
        target: [openArticles.articleId, openArticles.tab],
        set: { seenAt: now, yieldedAt: null },
      });
    if (yielded.length > 0) {
      const here = yielded.filter(({ seenAt }) => now.getTime() - seenAt.getTime() < openFor);
      await notify(
        q,
        here.map(({ editorId }) => editorId).filter((id) => id !== editor.id),
        {
          kind: 'takenOver',
          articleId,
          subject: headline,
          text: `${editor.name}接手了编辑，您的页面不再自动保存。`,
        },
        now,
      );
      await recordEvent(
        q,
        editor,
        { kind: 'takenOver', articleId, sectionId, version, subject: headline },
        now,
      );
    }
    return { ...(await presenceOf(q, editor, articleId, tab, now)), version };
  });
}

/** Says that a tab was closed. */
export async function closeArticle(
  editor: Editor,
  { articleId, tab }: z.output<typeof openForm>,
): Promise<void> {
  await tx((q) =>
    q
      .delete(openArticles)
      .where(
        and(
          eq(openArticles.articleId, articleId),
          eq(openArticles.tab, tab),
          eq(openArticles.editorId, editor.id),
        ),
      ),
  );
}

async function presenceOf(
  q: Query,
  editor: Editor,
  articleId: number,
  tab: string,
  now: Date,
): Promise<Omit<Presence, 'version'>> {
  const open = await q
    .select({
      tab: openArticles.tab,
      editorId: openArticles.editorId,
      name: editors.name,
      openedAt: openArticles.openedAt,
      yieldedAt: openArticles.yieldedAt,
    })
    .from(openArticles)
    .innerJoin(editors, eq(editors.id, openArticles.editorId))
    .where(
      and(
        eq(openArticles.articleId, articleId),
        or(gt(openArticles.seenAt, new Date(now.getTime() - openFor)), eq(openArticles.tab, tab)),
      ),
    )
    .orderBy(asc(openArticles.openedAt), asc(openArticles.tab));
  const own = open.find((one) => one.tab === tab);
  const writing = open.filter((one) => one.tab !== tab && one.yieldedAt === null);
  return {
    others: writing.map(({ name, editorId, openedAt }) => ({
      name,
      isSelf: editorId === editor.id,
      openedAt,
    })),
    takenOverBy: own?.yieldedAt ? (writing.at(-1)?.name ?? '同事') : undefined,
  };
}

/** Long after a tab has gone nobody needs its row: it would be offered as taken over for ever. */
async function forgetGone(q: Query, now: Date): Promise<void> {
  await q.delete(openArticles).where(lt(openArticles.seenAt, new Date(now.getTime() - 24 * 3600_000)));
}
