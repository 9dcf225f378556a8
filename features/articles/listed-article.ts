import { eq } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import { pictureColumns } from '@/features/media/select-pictures';
import type { Picture } from '@/lib/picture';

/** An article as lists and fronts show it. Only live articles ever become one. */
export type ListedArticle = {
  id: number;
  headline: string;
  shortHeadline: string;
  abstract: string;
  publishedAt: Date;
  sectionName: string;
  sectionPath: string;
  cover: Picture | null;
};

/**
 * The start of every list query: what is listed, joined with what a list shows. Callers add the section,
 * the position and a limit; the listing's index leads and each article is fetched by its key.
 */
export function selectListed(q: Reader) {
  return q
    .select({
      id: articles.id,
      headline: articles.headline,
      shortHeadline: articles.shortHeadline,
      abstract: articles.abstract,
      publishedAt: listings.publishedAt,
      sectionName: sections.name,
      sectionPath: sections.path,
      cover: pictureColumns,
    })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(mediaAssets, eq(mediaAssets.id, articles.coverAssetId));
}
