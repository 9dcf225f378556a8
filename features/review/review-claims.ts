import { and, eq, gt, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Reader, reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { reviewClaims } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere, sectionReach } from '@/features/access/permission';
import { getArticleFor } from '@/features/articles/editable-article';
import { tabField } from '@/features/articles/save-article';
import type { Outcome } from '@/lib/problems';

export const claimForm = z.strictObject({ articleId: z.int().positive(), tab: tabField });

/** A claim that its page did not renew for this long, in milliseconds, is over. */
export const claimFor = 30_000;

export type Claim = { articleId: number; editorId: number; name: string; claimedAt: Date };

/**
 * “我在看”: tells the other reviewers that one of them is at it. A courtesy, and no lock: what protects the chain
 * is the text's hash. Called again by the open page to renew it. For whoever may return the article. Nothing is
 * written into the timeline: a claim does nothing to the article.
 */
export async function claimReview(
  editor: Editor,
  { articleId, tab }: z.output<typeof claimForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await getArticleFor(q, editor, 'returnArticle', articleId);
    const [held] = await listClaims(q, [articleId], now);
    if (held !== undefined && held.editorId !== editor.id) {
      return { ok: false, problems: [{ field: '', message: `${held.name}正在看这篇稿件。` }] };
    }
    const claimedAt = held?.claimedAt ?? now;
    const claim = { articleId, editorId: editor.id, tab, claimedAt, seenAt: now };
    await q
      .insert(reviewClaims)
      .values(claim)
      .onConflictDoUpdate({ target: reviewClaims.articleId, set: claim });
    return { ok: true, value: undefined };
  });
}

/** Gives the claim of this tab back; another's stays. */
export async function releaseClaim(
  editor: Editor,
  { articleId, tab }: z.output<typeof claimForm>,
): Promise<Outcome> {
  await tx((q) =>
    q
      .delete(reviewClaims)
      .where(
        and(
          eq(reviewClaims.articleId, articleId),
          eq(reviewClaims.editorId, editor.id),
          eq(reviewClaims.tab, tab),
        ),
      ),
  );
  return { ok: true, value: undefined };
}

/** Who is at which of these articles now. */
export async function listClaims(q: Reader, articleIds: number[], now: Date): Promise<Claim[]> {
  if (articleIds.length === 0) return [];
  return q
    .select({
      articleId: reviewClaims.articleId,
      editorId: reviewClaims.editorId,
      name: editors.name,
      claimedAt: reviewClaims.claimedAt,
    })
    .from(reviewClaims)
    .innerJoin(editors, eq(editors.id, reviewClaims.editorId))
    .where(
      and(
        inArray(reviewClaims.articleId, articleIds),
        gt(reviewClaims.seenAt, new Date(now.getTime() - claimFor)),
      ),
    );
}

/**
 * All claims on articles that the editor may see. Asked by open pages every second or so, so it reads a handful
 * of rows and nothing else.
 */
export async function listClaimsFor(
  editor: Editor,
  now = new Date(),
): Promise<{ articleId: number; name: string; isSelf: boolean }[]> {
  demandAnywhere(editor, 'viewArticle');
  const claims = await reader()
    .select({
      articleId: reviewClaims.articleId,
      editorId: reviewClaims.editorId,
      name: editors.name,
      sectionId: articles.sectionId,
      createdBy: articles.createdBy,
    })
    .from(reviewClaims)
    .innerJoin(editors, eq(editors.id, reviewClaims.editorId))
    .innerJoin(articles, eq(articles.id, reviewClaims.articleId))
    .where(gt(reviewClaims.seenAt, new Date(now.getTime() - claimFor)))
    .orderBy(reviewClaims.articleId);
  if (claims.length === 0) return [];
  const { any, own } = await sectionReach(reader(), editor, 'viewArticle');
  return claims
    .filter(
      ({ sectionId, createdBy }) => any.has(sectionId) || (own.has(sectionId) && createdBy === editor.id),
    )
    .map(({ articleId, editorId, name }) => ({ articleId, name, isSelf: editorId === editor.id }));
}
