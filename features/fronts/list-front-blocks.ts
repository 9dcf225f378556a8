import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { listLatest } from '@/features/articles/list-latest';
import { getRootSection } from '@/features/sections/section-tree';
import type { BlockKind, FrontKey } from '@/lib/block-kind';

/** One line of a block. Without `article` it is a headline that leads nowhere: it came with an imported page. */
export type FrontItem = { headline: string; abstract: string; article: ListedArticle | undefined };

export type FrontBlock = {
  id: number;
  kind: BlockKind;
  title: string;
  /** The section whose newest articles fill the block, for its 更多 link. */
  sectionPath: string | null;
  items: FrontItem[];
};

/**
 * The blocks of a front with their items: hand-placed ones first, then the newest of the block's section
 * until the limit is reached. A rule never repeats an article that another block of the front shows,
 * except in the rolling list, which is a record of the day. `shownWithArticleId` names the article whose
 * page the front stands beside: items bound to that page come first, and the page does not list itself.
 */
export async function listFrontBlocks(key: FrontKey, shownWithArticleId?: number): Promise<FrontBlock[]> {
  const rows = await reader()
    .select({
      id: blocks.id,
      kind: blocks.kind,
      title: blocks.title,
      itemLimit: blocks.itemLimit,
      sectionId: blocks.sectionId,
      sectionPath: sections.path,
    })
    .from(blocks)
    .innerJoin(fronts, eq(fronts.id, blocks.frontId))
    .leftJoin(sections, eq(sections.id, blocks.sectionId))
    .where(eq(fronts.key, key))
    .orderBy(asc(blocks.position), asc(blocks.id));

  const shown = new Set<number>(shownWithArticleId === undefined ? [] : [shownWithArticleId]);
  const handPlaced = new Map<number, FrontItem[]>();
  for (const block of rows) {
    const items = await listHandPlaced(block.id, shownWithArticleId);
    handPlaced.set(block.id, items.slice(0, block.itemLimit));
    for (const item of items) if (item.article !== undefined) shown.add(item.article.id);
  }

  const filled: FrontBlock[] = [];
  for (const { itemLimit, sectionId, ...block } of rows) {
    const items = handPlaced.get(block.id) ?? [];
    const isRepeating = block.kind === 'rolling' || block.kind === 'recent';
    const withPictureOnly = block.kind === 'pictures';
    // Enough to find the limit even when every shown article is among the newest.
    const newest = await listLatest(
      sectionId ?? (await getRootSection()).id,
      itemLimit + shown.size + (withPictureOnly ? 40 : 0),
    );
    for (const article of newest) {
      if (items.length >= itemLimit) break;
      if (withPictureOnly && article.cover === null) continue;
      if (isRepeating ? article.id === shownWithArticleId : shown.has(article.id)) continue;
      items.push({ headline: article.headline, abstract: article.abstract, article });
      if (!isRepeating) shown.add(article.id);
    }
    filled.push({ ...block, items });
  }
  return filled;
}

async function listHandPlaced(blockId: number, shownWithArticleId: number | undefined): Promise<FrontItem[]> {
  const rows = await reader()
    .select({ articleId: blockItems.articleId, headline: blockItems.headline, abstract: blockItems.abstract })
    .from(blockItems)
    .where(
      and(
        eq(blockItems.blockId, blockId),
        shownWithArticleId === undefined
          ? isNull(blockItems.shownWithArticleId)
          : or(isNull(blockItems.shownWithArticleId), eq(blockItems.shownWithArticleId, shownWithArticleId)),
      ),
    )
    .orderBy(asc(isNull(blockItems.shownWithArticleId)), asc(blockItems.position), asc(blockItems.id));

  const items: FrontItem[] = [];
  for (const { articleId, headline, abstract } of rows) {
    if (articleId === null) {
      items.push({ headline, abstract, article: undefined });
      continue;
    }
    const article = await findListed(articleId);
    // Taken off the site since it was placed: the item waits at the desk, readers do not see it.
    if (article === undefined || articleId === shownWithArticleId) continue;
    items.push({ headline: headline || article.headline, abstract: abstract || article.abstract, article });
  }
  return items;
}

async function findListed(articleId: number): Promise<ListedArticle | undefined> {
  const [article] = await selectListed(reader())
    .where(and(eq(listings.articleId, articleId), eq(listings.sectionId, articles.sectionId)))
    .limit(1);
  return article;
}
