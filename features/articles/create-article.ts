import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { revisions } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { placeForReaders } from '@/features/articles/store-content';
import { recordEvent } from '@/features/timeline/record-event';
import { articleContentSchema, emptyContent } from '@/lib/article-content';
import type { Outcome } from '@/lib/problems';

export const newArticleForm = z.strictObject({
  sectionId: z.coerce.number<string | number>().int().positive('请选择栏目'),
  headline: articleContentSchema.shape.headline,
  /** Made with the form, so that a post that is sent twice begins one article. */
  formKey: z.uuid(),
});

/** Begins a draft. Answers its id; the same form posted again answers the same one. */
export async function createArticle(
  editor: Editor,
  { sectionId, headline, formKey }: z.output<typeof newArticleForm>,
  now = new Date(),
): Promise<Outcome<{ articleId: number }>> {
  return tx(async (q) => {
    const [section] = await q.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId));
    if (section === undefined) {
      return { ok: false, problems: [{ field: 'sectionId', message: '请选择栏目。' }] };
    }
    await demand(q, editor, 'createArticle', { sectionId, ownerId: editor.id });
    const importKey = `form:${editor.id}:${formKey}`;
    const [known] = await q
      .select({ id: articles.id })
      .from(articles)
      .where(eq(articles.importKey, importKey));
    if (known !== undefined) return { ok: true, value: { articleId: known.id } };
    const content = { ...emptyContent(sectionId), headline };
    const [added] = await q
      .insert(articles)
      .values({
        sectionId,
        headline,
        body: content.body,
        importKey,
        createdAt: now,
        createdBy: editor.id,
        updatedAt: now,
      })
      .returning({ id: articles.id });
    const articleId = added!.id;
    await q.insert(revisions).values({
      articleId,
      version: 1,
      kind: 'save',
      editorId: editor.id,
      createdAt: now,
      savedAt: now,
      content,
    });
    await placeForReaders(q, articleId, content, undefined);
    await recordEvent(
      q,
      editor,
      { kind: 'created', articleId, sectionId, toStatus: 'draft', version: 1, subject: headline },
      now,
    );
    return { ok: true, value: { articleId } };
  });
}
