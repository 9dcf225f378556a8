import { and, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { listLatest } from '@/features/articles/list-latest';
import { getRootSection } from '@/features/sections/section-tree';
import type { BlockKind } from '@/lib/block-kind';
import type { DraftItem } from '@/lib/front-draft';

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

/** A block with what was placed in it by hand, live or as a draft. */
export type PlacedBlock = Omit<FrontBlock, 'items'> & {
  sectionId: number | null;
  itemLimit: number;
  items: DraftItem[];
};

/** How many of the items, from the first, were placed by hand; a rule added the rest. */
export type FilledBlock = FrontBlock & { placedCount: number };

/**
 * The one way from placed items to what a reader sees, for the site and for the desk's drafts: hand-placed
 * ones first, then the newest of the block's section (of the whole portal where it names none) until the
 * limit is reached. A rule never repeats an article that another block of the front shows, except in the
 * rolling lists, which are a record of the day. With `shownWithArticleId` the front stands beside that
 * article, which is then not listed.
 */
export async function fillBlocks(
  placed: readonly PlacedBlock[],
  shownWithArticleId?: number,
): Promise<FilledBlock[]> {
  const shown = new Set<number>(shownWithArticleId === undefined ? [] : [shownWithArticleId]);
  const handPlaced = new Map<number, FrontItem[]>();
  for (const block of placed) {
    const items = (await listVisible(block.items, shownWithArticleId)).slice(0, block.itemLimit);
    handPlaced.set(block.id, items);
    for (const item of items) if (item.article !== undefined) shown.add(item.article.id);
  }

  const filled: FilledBlock[] = [];
  for (const { itemLimit, sectionId, items: _items, ...block } of placed) {
    const items = handPlaced.get(block.id) ?? [];
    const placedCount = items.length;
    const isRepeating = block.kind === 'rolling' || block.kind === 'recent';
    const withPictureOnly = block.kind === 'pictures';
    const own = new Set(items.map(({ article }) => article?.id));
    // Enough to find the limit even when every shown article is among the newest.
    const newest = await listLatest(
      sectionId ?? (await getRootSection()).id,
      itemLimit + shown.size + (withPictureOnly ? 40 : 0),
    );
    for (const article of newest) {
      if (items.length >= itemLimit) break;
      if (withPictureOnly && article.cover === null) continue;
      if (own.has(article.id) || article.id === shownWithArticleId) continue;
      if (!isRepeating && shown.has(article.id)) continue;
      items.push({ headline: article.headline, abstract: article.abstract, article });
      if (!isRepeating) shown.add(article.id);
    }
    filled.push({ ...block, items, placedCount });
  }
  return filled;
}

async function listVisible(
  placed: readonly DraftItem[],
  shownWithArticleId: number | undefined,
): Promise<FrontItem[]> {
  const items: FrontItem[] = [];
  for (const { articleId, headline, abstract } of placed) {
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
