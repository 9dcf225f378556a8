import { eq } from 'drizzle-orm';
import { type Query, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { reviewSteps } from '@/db/schema/review';
import { findArticleRow } from '@/features/articles/article-content';
import { refreshIfKept } from '@/features/review/keep-review';
import { loadReview } from '@/features/review/load-review';
import {
  proofreadingLabels,
  reviewKinds,
  type ReviewStage,
  reviewStageLabels,
  reviewStages,
} from '@/lib/review-stage';

/**
 * Brings the text that stands into the state "signed at every stage", by three people who wrote nothing of it:
 * what tests start from whose subject is publication and not the chain. Neither status nor timeline are touched.
 */
export async function approveText(articleId: number, now = new Date()): Promise<void> {
  await tx(async (q) => {
    const article = await findArticleRow(q, articleId);
    if (article === undefined) throw new Error(`There is no article ${articleId}.`);
    const { hash, valid } = await loadReview(q, article);
    for (const stage of reviewStages) {
      const reviewer = await signer(q, stage, now);
      for (const kind of reviewKinds) {
        if (valid.some((step) => step.stage === stage && step.kind === kind)) continue;
        await q.insert(reviewSteps).values({
          articleId,
          version: article.version,
          textHash: hash,
          stage,
          kind,
          editorId: reviewer.id,
          editorName: reviewer.name,
          at: now,
        });
      }
    }
    await refreshIfKept(q, articleId, now);
  });
}

async function signer(q: Query, stage: ReviewStage, now: Date): Promise<{ id: number; name: string }> {
  const email = `${stage}-reviewer@builder.example`;
  const [known] = await q
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(eq(editors.email, email));
  if (known !== undefined) return known;
  const name = `${reviewStageLabels[stage]}${proofreadingLabels[stage]}人`;
  const [added] = await q
    .insert(editors)
    .values({ name, email, createdAt: now, updatedAt: now })
    .returning({ id: editors.id });
  return { id: added!.id, name };
}
