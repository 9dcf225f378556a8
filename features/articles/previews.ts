import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { reader, tx } from '@/db/client';
import { previews } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { findArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { getArticleFor, refuseWithdrawn } from '@/features/articles/editable-article';
import { describeForReaders } from '@/features/articles/describe-for-readers';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { recordEvent } from '@/features/timeline/record-event';
import { readEnv } from '@/lib/env';
import type { Outcome } from '@/lib/problems';

export const previewForm = z.strictObject({
  articleId: z.int().positive(),
  days: z.int().min(1, '至少 1 天').max(30, '最多 30 天'),
});

/** A link that shows the article as it is being written to whoever has it. The address is answered once. */
export async function makePreview(
  editor: Editor,
  { articleId, days }: z.output<typeof previewForm>,
  now = new Date(),
): Promise<Outcome<{ address: string; expiresAt: Date }>> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + days * 24 * 3600_000);
  await tx(async (q) => {
    const article = await getArticleFor(q, editor, 'makePreview', articleId);
    refuseWithdrawn(article);
    await q
      .insert(previews)
      .values({ articleId, tokenHash: hashOf(token), createdBy: editor.id, createdAt: now, expiresAt });
    await recordEvent(
      q,
      editor,
      {
        kind: 'previewMade',
        articleId,
        sectionId: article.sectionId,
        subject: article.headline,
        note: `${days} 天`,
      },
      now,
    );
  });
  return { ok: true, value: { address: `${readEnv().siteUrl}/preview/${token}`, expiresAt } };
}

export const revokeForm = z.strictObject({ articleId: z.int().positive(), previewId: z.int().positive() });

/** From now on the link shows nothing. */
export async function revokePreview(
  editor: Editor,
  { articleId, previewId }: z.output<typeof revokeForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'makePreview', articleId);
    const revoked = await q
      .update(previews)
      .set({ revokedAt: now })
      .where(and(eq(previews.id, previewId), eq(previews.articleId, articleId), isNull(previews.revokedAt)))
      .returning({ id: previews.id });
    if (revoked.length > 0) {
      await recordEvent(
        q,
        editor,
        { kind: 'previewRevoked', articleId, sectionId: article.sectionId, subject: article.headline },
        now,
      );
    }
    return { ok: true, value: undefined };
  });
}

export type OpenPreview = { id: number; createdByName: string; createdAt: Date; expiresAt: Date };

/** The links of an article that still work. */
export async function listPreviews(
  editor: Editor,
  articleId: number,
  now = new Date(),
): Promise<OpenPreview[]> {
  await getArticleFor(reader(), editor, 'makePreview', articleId);
  return reader()
    .select({
      id: previews.id,
      createdByName: editors.name,
      createdAt: previews.createdAt,
      expiresAt: previews.expiresAt,
    })
    .from(previews)
    .innerJoin(editors, eq(editors.id, previews.createdBy))
    .where(and(eq(previews.articleId, articleId), isNull(previews.revokedAt), gt(previews.expiresAt, now)))
    .orderBy(desc(previews.id));
}

/** Whoever reads it before its time is told until when it is secret. */
export type PreviewedArticle = PublishedArticle & { embargoUntil: Date | null };

/** What a link shows: the newest text of its one article. Undefined when it was revoked, expired or never was. */
export async function findPreviewedArticle(
  token: string,
  now = new Date(),
): Promise<PreviewedArticle | undefined> {
  const [preview] = await reader()
    .select({ articleId: previews.articleId })
    .from(previews)
    .where(
      and(eq(previews.tokenHash, hashOf(token)), isNull(previews.revokedAt), gt(previews.expiresAt, now)),
    );
  if (preview === undefined) return undefined;
  const article = await findArticleRow(reader(), preview.articleId);
  if (article === undefined || article.status === 'withdrawn') return undefined;
  const content = await getWorkingContent(reader(), article.id);
  const shown = await describeForReaders(article.id, content, article.publishedAt ?? now);
  const { embargoUntil } = article;
  return { ...shown, embargoUntil: embargoUntil !== null && embargoUntil > now ? embargoUntil : null };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
