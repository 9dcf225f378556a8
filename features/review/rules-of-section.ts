import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { reviewRules } from '@/db/schema/review';
import { sections } from '@/db/schema/sections';
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
  const line: number[] = [];
  for (let next: number | null = sectionId; next !== null;) {
    const found: { parentId: number | null }[] = await q
      .select({ parentId: sections.parentId })
      .from(sections)
      .where(eq(sections.id, next));
    if (found[0] === undefined) return [];
    line.push(next);
    next = found[0].parentId;
  }
  return line;
}

/** The rules that hold in a section: each its own, or that of the nearest section above that says something. */
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
