import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { type Reader, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { reviewMarks } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getArticleFor, refuseWithdrawn, touch } from '@/features/articles/editable-article';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const markForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
  /** Counted from 0. */
  blockIndex: z.int().min(0).max(10_000),
  quote: z.string().trim().max(200, '引文不能超过 200 字').default(''),
  note: z.string().trim().min(1, '请写明哪里有问题').max(500, '意见不能超过 500 字'),
});

export const resolveMarkForm = z.strictObject({
  articleId: z.int().positive(),
  markId: z.int().positive(),
});

export type ReviewMark = {
  id: number;
  version: number;
  blockIndex: number;
  quote: string;
  note: string;
  editorName: string;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedByName: string | null;
};

/** Marks a paragraph for its author. For whoever may return the article: a mark is half a return. */
export async function markParagraph(
  editor: Editor,
  form: z.output<typeof markForm>,
  now = new Date(),
): Promise<Outcome<{ markId: number }>> {
  const { articleId, version, blockIndex, quote, note } = form;
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'returnArticle', articleId);
    refuseWithdrawn(article);
    if (version !== article.version) {
      const message = '稿件刚被别人改过，请重新载入后再标注。';
      return { ok: false, problems: [{ field: '', message }] };
    }
    const [added] = await q
      .insert(reviewMarks)
      .values({ articleId, version, blockIndex, quote, note, editorId: editor.id, createdAt: now })
      .returning({ id: reviewMarks.id });
    await touch(q, articleId, {}, now);
    await recordEvent(
      q,
      editor,
      {
        kind: 'markAdded',
        articleId,
        sectionId: article.sectionId,
        version,
        subject: article.headline,
        note: `第 ${blockIndex + 1} 段：${note}`,
      },
      now,
    );
    return { ok: true, value: { markId: added!.id } };
  });
}

/** Says that a mark was dealt with: by whoever may edit the article, or by who made the mark. */
export async function resolveMark(
  editor: Editor,
  { articleId, markId }: z.output<typeof resolveMarkForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'viewArticle', articleId);
    const [mark] = await q
      .select()
      .from(reviewMarks)
      .where(
        and(eq(reviewMarks.id, markId), eq(reviewMarks.articleId, articleId), isNull(reviewMarks.resolvedAt)),
      );
    if (mark?.editorId !== editor.id) {
      await demand(q, editor, 'editArticle', { sectionId: article.sectionId, ownerId: article.createdBy });
    }
    if (mark === undefined) return { ok: true, value: undefined };
    await q
      .update(reviewMarks)
      .set({ resolvedAt: now, resolvedBy: editor.id })
      .where(eq(reviewMarks.id, markId));
    await recordEvent(
      q,
      editor,
      {
        kind: 'markResolved',
        articleId,
        sectionId: article.sectionId,
        version: article.version,
        subject: article.headline,
        note: `第 ${mark.blockIndex + 1} 段：${mark.note}`,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

/** All marks of an article in their order. The caller has asked whether its reader may see the article. */
export async function listMarks(q: Reader, articleId: number): Promise<ReviewMark[]> {
  const resolvers = alias(editors, 'resolvers');
  return q
    .select({
      id: reviewMarks.id,
      version: reviewMarks.version,
      blockIndex: reviewMarks.blockIndex,
      quote: reviewMarks.quote,
      note: reviewMarks.note,
      editorName: editors.name,
      createdAt: reviewMarks.createdAt,
      resolvedAt: reviewMarks.resolvedAt,
      resolvedByName: resolvers.name,
    })
    .from(reviewMarks)
    .innerJoin(editors, eq(editors.id, reviewMarks.editorId))
    .leftJoin(resolvers, eq(resolvers.id, reviewMarks.resolvedBy))
    .where(eq(reviewMarks.articleId, articleId))
    .orderBy(asc(reviewMarks.id));
}
