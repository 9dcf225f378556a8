import { and, desc, eq, lt, sum } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listingDays, listings } from '@/db/schema/articles';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { endOfDay } from '@/lib/dates';

export const articlesPerPage = 20;

export function pageCountOf(articleCount: number): number {
  return Math.max(1, Math.ceil(articleCount / articlesPerPage));
}

/** How many live articles stand in a section and below it. */
export async function countListed(sectionId: number): Promise<number> {
  const [listed] = await reader()
    .select({ articleCount: sum(listingDays.articleCount).mapWith(Number) })
    .from(listingDays)
    .where(eq(listingDays.sectionId, sectionId));
  return listed?.articleCount ?? 0;
}

export type SectionPage = { articles: ListedArticle[]; page: number; pageCount: number };

/**
 * One page of a section's list, newest first; pages count from 1, and one past the end is empty. The number
 * of rows read does not grow with the page: the counts by day say on which day the page begins, and from
 * there the list is read by its index.
 */
export async function listSectionPage(sectionId: number, page: number): Promise<SectionPage> {
  const days = await reader()
    .select({ day: listingDays.day, articleCount: listingDays.articleCount })
    .from(listingDays)
    .where(eq(listingDays.sectionId, sectionId))
    .orderBy(desc(listingDays.day));

  let toSkip = (page - 1) * articlesPerPage;
  const first = days.find(({ articleCount }) => {
    if (toSkip < articleCount) return true;
    toSkip -= articleCount;
    return false;
  });
  const total = days.reduce((sum, { articleCount }) => sum + articleCount, 0);
  const pageCount = pageCountOf(total);
  if (first === undefined) return { articles: [], page, pageCount };

  const listed = await selectListed(reader())
    .where(and(eq(listings.sectionId, sectionId), lt(listings.publishedAt, endOfDay(first.day))))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(articlesPerPage)
    .offset(toSkip);
  return { articles: listed, page, pageCount };
}
