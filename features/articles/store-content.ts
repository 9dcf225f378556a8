import { eq, inArray } from 'drizzle-orm';
import type { Query } from '@/db/client';
import {
  articleContributors,
  articles,
  articleTags,
  contributors,
  sources,
  tags,
} from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { enterListings, leaveListings } from '@/features/articles/listings';
import { forgetArticle, indexArticle, indexDraft } from '@/features/search/index-article';
import { bodyLines, countCharacters } from '@/lib/article-body';
import { type ArticleContent, assetIdsOfContent } from '@/lib/article-content';
import { slices } from '@/lib/slices';

/**
 * Writes a content into the article's own row with its credits, source and tags. Whoever calls decides
 * whether the row may change: that of a live article is what readers see.
 */
export async function storeContent(q: Query, articleId: number, content: ArticleContent): Promise<void> {
  const { sourceName, sourceUrl, credits, tags: tagNames, ...columns } = content;
  await q
    .update(articles)
    .set({
      ...columns,
      sourceId: sourceName === '' ? null : await sourceIdFor(q, { name: sourceName, url: sourceUrl }),
      characterCount: countCharacters(bodyLines(content.body).join('\n')),
    })
    .where(eq(articles.id, articleId));
  await q.delete(articleContributors).where(eq(articleContributors.articleId, articleId));
  await storeCredits(q, articleId, credits);
  await q.delete(articleTags).where(eq(articleTags.articleId, articleId));
  await storeTags(q, articleId, tagNames);
}

/** Lists and the search show an article that is live; the desk's own search finds one that is not. */
export async function placeForReaders(
  q: Query,
  articleId: number,
  content: ArticleContent,
  publishedAt: Date | undefined,
): Promise<void> {
  await leaveListings(q, articleId);
  await forgetArticle(q, articleId);
  const text = searchableText(content);
  if (publishedAt === undefined) {
    await indexDraft(q, articleId, text);
    return;
  }
  await enterListings(q, { articleId, sectionId: content.sectionId, publishedAt });
  await indexArticle(q, { articleId, publishedAt }, text);
}

export function searchableText(content: ArticleContent) {
  const names = [content.sourceName, ...content.credits.map(({ name }) => name), ...content.tags];
  return { ...content, names: names.filter((name) => name !== '') };
}

/** Which pictures an article shows, in its live text and in the one being written. */
export async function keepMediaUses(
  q: Query,
  articleId: number,
  ...contents: readonly Pick<ArticleContent, 'body' | 'coverAssetId'>[]
): Promise<void> {
  const assetIds = new Set(contents.flatMap(assetIdsOfContent));
  await q.delete(mediaUses).where(eq(mediaUses.articleId, articleId));
  for (const part of slices([...assetIds])) {
    await q.insert(mediaUses).values(part.map((assetId) => ({ assetId, articleId })));
  }
}

/** A source that is known keeps its address: other articles show it. Publishing may change it, see below. */
export async function sourceIdFor(q: Query, source: { name: string; url?: string }): Promise<number> {
  const [known] = await q.select({ id: sources.id }).from(sources).where(eq(sources.name, source.name));
  if (known !== undefined) return known.id;
  const url = source.url === '' ? undefined : source.url;
  const [added] = await q.insert(sources).values({ name: source.name, url }).returning({ id: sources.id });
  return added!.id;
}

/** With a publication, a source gets the address that was given for it. */
export async function keepSourceAddress(q: Query, { sourceName, sourceUrl }: ArticleContent): Promise<void> {
  if (sourceName === '' || sourceUrl === '') return;
  await q.update(sources).set({ url: sourceUrl }).where(eq(sources.name, sourceName));
}

export async function storeCredits(
  q: Query,
  articleId: number,
  credits: ArticleContent['credits'],
): Promise<void> {
  for (const [position, { role, name }] of credits.entries()) {
    const contributorId = await contributorIdFor(q, name);
    await q
      .insert(articleContributors)
      .values({ articleId, role, contributorId, position })
      .onConflictDoNothing();
  }
}

async function contributorIdFor(q: Query, name: string): Promise<number> {
  const [known] = await q
    .select({ id: contributors.id })
    .from(contributors)
    .where(eq(contributors.name, name));
  if (known !== undefined) return known.id;
  const [added] = await q.insert(contributors).values({ name }).returning({ id: contributors.id });
  return added!.id;
}

async function storeTags(q: Query, articleId: number, names: string[]): Promise<void> {
  const unique = [...new Set(names)];
  if (unique.length === 0) return;
  await q
    .insert(tags)
    .values(unique.map((name) => ({ name })))
    .onConflictDoNothing();
  const found = await q.select().from(tags).where(inArray(tags.name, unique));
  const idByName = new Map(found.map(({ id, name }) => [name, id]));
  await q
    .insert(articleTags)
    .values(unique.map((name, position) => ({ articleId, tagId: idByName.get(name)!, position })));
}
