import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { corrections } from '@/db/schema/corrections';

/** One dated word of the newsroom about what it got wrong. */
export type Correction = { id: number; text: string; publishedAt: Date };

export type ListedCorrection = Correction & { articleId: number; headline: string };

export const correctionsOnAPage = 30;

/** The corrections of one article, the oldest first: they are read as they were made. */
export async function listCorrectionsOf(articleId: number): Promise<Correction[]> {
  return reader()
    .select({ id: corrections.id, text: corrections.text, publishedAt: corrections.publishedAt })
    .from(corrections)
    .where(and(eq(corrections.articleId, articleId), isNull(corrections.removedAt)))
    .orderBy(asc(corrections.publishedAt), asc(corrections.id));
}

const ofLiveArticles = and(isNull(corrections.removedAt), eq(articles.status, 'published'));

/** All corrections of live articles, the newest first. Those of what was taken off are nobody's to read. */
export async function listCorrections(page: number): Promise<ListedCorrection[]> {
  return reader()
    .select({
      id: corrections.id,
      text: corrections.text,
      publishedAt: corrections.publishedAt,
      articleId: articles.id,
      headline: articles.headline,
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(ofLiveArticles)
    .orderBy(desc(corrections.publishedAt), desc(corrections.id))
    .limit(correctionsOnAPage)
    .offset((page - 1) * correctionsOnAPage);
}

/** How many pages the list of corrections has; at least one. */
export async function countCorrectionPages(): Promise<number> {
  const [row] = await reader()
    .select({ number: count() })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(ofLiveArticles);
  return Math.max(1, Math.ceil(row!.number / correctionsOnAPage));
}
