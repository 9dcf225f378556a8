import { inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { reviewRules } from '@/db/schema/review';
import { lineIdsOf } from '@/features/sections/section-rows';
import type { Importance } from '@/lib/review-stage';

/** What a section asks for, with everything inherited filled in. */
export type ReviewRules = {
  reviews: number;
  /** Never fewer than `reviews`. */
  importantReviews: number;
  headMayPublishFirst: boolean;
};

/** Where nobody has said anything, 三审三校 is what the trade asks for. */
export const defaultRules: ReviewRules = { reviews: 3, importantReviews: 3, headMayPublishFirst: false };

/** The section and all above it, itself first. */
export async function sectionLine(q: Reader, sectionId: number): Promise<number[]> {
  return (await lineIdsOf(q, sectionId)).toReversed();
}

export async function rulesOfSection(q: Reader, line: number[]): Promise<ReviewRules> {
  if (line.length === 0) return defaultRules;
  const rows = await q.select().from(reviewRules).where(inArray(reviewRules.sectionId, line));
  const bySection = new Map(rows.map((row) => [row.sectionId, row]));
  const nearest = <Key extends 'reviews' | 'importantReviews' | 'headMayPublishFirst'>(key: Key) =>
    line.map((id) => bySection.get(id)?.[key]).find((value) => value !== undefined && value !== null);
  const reviews = nearest('reviews') ?? defaultRules.reviews;
  return {
    reviews,
    importantReviews: Math.max(reviews, nearest('importantReviews') ?? defaultRules.importantReviews),
    headMayPublishFirst: nearest('headMayPublishFirst') ?? defaultRules.headMayPublishFirst,
  };
}

export function reviewsNeeded(rules: ReviewRules, importance: Importance): number {
  return importance === 'important' ? rules.importantReviews : rules.reviews;
}
