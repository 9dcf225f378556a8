import { and, asc, count, desc, eq, exists, inArray, max } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleTags, listings, tags } from '@/db/schema/articles';
import { articlesPerPage, pageCountOf, type SectionPage } from '@/features/articles/list-section-page';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { isOwnArticle } from '@/features/articles/own-articles';
import { getRootSection } from '@/features/sections/section-tree';

export type Tag = { id: number; name: string };

/** Whether a live article has the tag: ends at the first one. */
function isLive() {
  return exists(
    reader()
      .select({ id: articleTags.articleId })
      .from(articleTags)
      .innerJoin(listings, eq(listings.articleId, articleTags.articleId))
      .where(eq(articleTags.tagId, tags.id)),
  );
}

/**
 * The tag of this name that live articles have; else one that differs in its capitals only or in full-width
 * forms. Other spellings are tried by the index of names: a scan for each unknown address would be a way to
 * slow the portal down.
 */
export async function findTag(name: string): Promise<Tag | undefined> {
  const spellings = [name, name.toLowerCase(), name.toUpperCase(), name.normalize('NFKC')];
  const found = await reader()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(inArray(tags.name, [...new Set(spellings)]), isLive()));
  return found.find((tag) => tag.name === name) ?? found[0];
}

/** A tag that live articles have, by its number. */
export async function findTagById(tagId: number): Promise<Tag | undefined> {
  const [found] = await reader()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.id, tagId), isLive()));
  return found;
}

/** How many pages the live articles with a tag fill; at least one. */
export async function countTagPages(tagId: number): Promise<number> {
  const root = await getRootSection();
  const [row] = await reader()
    .select({ number: count() })
    .from(articleTags)
    .innerJoin(listings, and(eq(listings.articleId, articleTags.articleId), eq(listings.sectionId, root.id)))
    .where(eq(articleTags.tagId, tagId));
  return pageCountOf(row!.number);
}

async function selectTagged(tagId: number, limit: number, offset = 0, isOwnOnly = false) {
  const root = await getRootSection();
  return selectListed(reader())
    .innerJoin(articleTags, eq(articleTags.articleId, listings.articleId))
    .where(
      and(
        eq(articleTags.tagId, tagId),
        eq(listings.sectionId, root.id),
        isOwnOnly ? isOwnArticle() : undefined,
      ),
    )
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(limit)
    .offset(offset);
}

/** One page of the live articles with a tag, the newest first. Costs what has the tag, not the archive. */
export async function listTagPage(tagId: number, page: number): Promise<SectionPage> {
  const articles = await selectTagged(tagId, articlesPerPage, (page - 1) * articlesPerPage);
  return { articles, page, pageCount: await countTagPages(tagId) };
}

/** The newest with a tag, for a feed; what came along from another system is no news. */
export async function listNewestTagged(tagId: number, limit: number): Promise<ListedArticle[]> {
  return selectTagged(tagId, limit, 0, true);
}

/** Whether any live article has a tag. */
export async function hasTagPages(): Promise<boolean> {
  const found = await reader()
    .select({ id: articleTags.tagId })
    .from(articleTags)
    .innerJoin(listings, eq(listings.articleId, articleTags.articleId))
    .limit(1);
  return found.length > 0;
}

/** Tags of live articles, each with the time of its newest, for the sitemap. */
export async function listTagsWithPage(limit: number): Promise<(Tag & { newest: Date | undefined })[]> {
  const root = await getRootSection();
  const found = await reader()
    .select({ id: tags.id, name: tags.name, newest: max(listings.publishedAt) })
    .from(tags)
    .innerJoin(articleTags, eq(articleTags.tagId, tags.id))
    .innerJoin(listings, and(eq(listings.articleId, articleTags.articleId), eq(listings.sectionId, root.id)))
    .groupBy(tags.id)
    .orderBy(asc(tags.id))
    .limit(limit);
  return found.map(({ newest, ...tag }) => ({ ...tag, newest: newest ?? undefined }));
}
