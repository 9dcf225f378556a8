import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';

export type Neighbour = { id: number; headline: string };
type Place = { sectionId: number; publishedAt: Date; articleId: number };

/** The articles published just before and just after this one in the same section. */
export async function findNeighbours(
  place: Place,
): Promise<{ previous: Neighbour | undefined; next: Neighbour | undefined }> {
  const [previous] = await selectNeighbour()
    .where(and(eq(listings.sectionId, place.sectionId), isBefore(place)))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(1);
  const [next] = await selectNeighbour()
    .where(and(eq(listings.sectionId, place.sectionId), isAfter(place)))
    .orderBy(asc(listings.publishedAt), asc(listings.articleId))
    .limit(1);
  return { previous, next };
}

function selectNeighbour() {
  return reader()
    .select({ id: articles.id, headline: articles.headline })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId));
}

function isBefore({ publishedAt, articleId }: Place) {
  return or(
    lt(listings.publishedAt, publishedAt),
    and(eq(listings.publishedAt, publishedAt), lt(listings.articleId, articleId)),
  );
}

function isAfter({ publishedAt, articleId }: Place) {
  return or(
    gt(listings.publishedAt, publishedAt),
    and(eq(listings.publishedAt, publishedAt), gt(listings.articleId, articleId)),
  );
}
