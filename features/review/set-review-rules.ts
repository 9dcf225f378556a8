import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { articleReviews, reviewRules } from '@/db/schema/review';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { refreshReview } from '@/features/review/keep-review';
import { type ReviewRules, rulesOfSection, sectionLine } from '@/features/review/rules-of-section';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { fewestReviews, mostReviews } from '@/lib/review-stage';

const howMany = z.int().min(fewestReviews, '至少要一审').max(mostReviews, '最多三审').nullable();

export const reviewRulesForm = z.strictObject({
  sectionId: z.int().positive(),
  /** Null: as the section above. */
  reviews: howMany,
  importantReviews: howMany,
  headMayPublishFirst: z.boolean().nullable(),
});

/**
 * Says how many reviews a section asks for; sections below follow unless they say something themselves. What
 * is in review now is asked by the new rules at once.
 */
export async function setReviewRules(
  editor: Editor,
  { sectionId, ...rules }: z.output<typeof reviewRulesForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'setReviewRules', { sectionId, ownerId: null });
    const [section] = await q
      .select({ name: sections.name })
      .from(sections)
      .where(eq(sections.id, sectionId));
    if (section === undefined) {
      return { ok: false, problems: [{ field: '', message: '这个栏目已不存在，请刷新页面。' }] };
    }
    await q
      .insert(reviewRules)
      .values({ sectionId, ...rules })
      .onConflictDoUpdate({ target: reviewRules.sectionId, set: rules });
    const inForce = await rulesOfSection(q, await sectionLine(q, sectionId));
    await recordEvent(
      q,
      editor,
      { kind: 'reviewRulesChanged', sectionId, subject: section.name, note: describeRules(inForce) },
      now,
    );
    await refreshAllInReview(q, now);
    return { ok: true, value: undefined };
  });
}

export function describeRules({ reviews, importantReviews, headMayPublishFirst }: ReviewRules): string {
  const words = ['', '一审', '二审', '三审'];
  return [
    `一般稿件${words[reviews]}`,
    `重要稿件${words[importantReviews]}`,
    headMayPublishFirst ? '部门主任可以先发后审' : '部门主任不能先发后审',
  ].join('，');
}

/** A handful of articles: those on their way through a chain. */
async function refreshAllInReview(q: Query, now: Date): Promise<void> {
  const kept = await q
    .select({ articleId: articleReviews.articleId, stage: articleReviews.stage })
    .from(articleReviews)
    .innerJoin(articles, eq(articles.id, articleReviews.articleId));
  for (const { articleId, stage } of kept) if (stage !== null) await refreshReview(q, articleId, now);
}

export type SectionReviewRules = {
  own: z.output<typeof reviewRulesForm>;
  inForce: ReviewRules;
};

/** The rules of every section in whose rules the editor has a say, by the section's id. */
export async function listReviewRules(editor: Editor): Promise<Map<number, SectionReviewRules>> {
  const q = reader();
  await demand(q, editor, 'setReviewRules');
  const rows = await q.select().from(reviewRules);
  const own = new Map(rows.map((row) => [row.sectionId, row]));
  const all = await q.select({ id: sections.id }).from(sections);
  const rules = new Map<number, SectionReviewRules>();
  for (const { id } of all) {
    const { reviews = null, importantReviews = null, headMayPublishFirst = null } = own.get(id) ?? {};
    rules.set(id, {
      own: { sectionId: id, reviews, importantReviews, headMayPublishFirst },
      inForce: await rulesOfSection(q, await sectionLine(q, id)),
    });
  }
  return rules;
}
