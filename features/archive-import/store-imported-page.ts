import { and, eq } from 'drizzle-orm';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import type { ReadPage, ReadSideBar } from '@/features/archive-import/read-page';
import { insertArticle } from '@/features/articles/insert-article';
import { findOrCreateSectionTrail } from '@/features/sections/find-or-create-section-trail';
import { type ArticleBody, articleBodySchema, paragraph, subhead } from '@/lib/article-body';
import { PlainError } from '@/lib/problems';

export type StoredPage = {
  articleId: number;
  isNew: boolean;
  /** Whether readers see it now. */
  isLive: boolean;
};

/**
 * Makes an article of a page that was read, with its section and its side bar, all or nothing. The same page
 * gives the same article, however often it comes. Without a time of publication, or with one that has not
 * come, it is stored as a draft: a live article stands in lists that are ordered by it. Throws a PlainError
 * when the body cannot be stored.
 */
export async function storeImportedPage(page: ReadPage, now = new Date()): Promise<StoredPage> {
  const body = toArticleBody(page);
  const publishedAt =
    page.publishedAt !== undefined && page.publishedAt <= now ? page.publishedAt : undefined;
  return tx(async (q) => {
    const [known] = await q
      .select({ id: articles.id, status: articles.status })
      .from(articles)
      .where(eq(articles.importKey, page.identity));
    if (known !== undefined)
      return { articleId: known.id, isNew: false, isLive: known.status === 'published' };
    const { kicker, headline, subheadline, originalHeadline, originalUrl, copyrightNotice, credits, source } =
      page;
    const articleId = await insertArticle(
      q,
      {
        sectionId: await findOrCreateSectionTrail(q, page.trail),
        kicker,
        headline,
        subheadline,
        originalHeadline,
        originalUrl,
        copyrightNotice,
        credits,
        source: source === '' ? undefined : { name: source },
        publishedAt,
        importKey: page.identity,
        abstract: page.abstract || abstractOf(page),
        body,
      },
      now,
    );
    if (page.sideBar !== undefined) await keepSideBar(q, articleId, page.sideBar);
    return { articleId, isNew: true, isLive: publishedAt !== undefined };
  });
}

function toArticleBody({ blocks }: ReadPage): ArticleBody {
  const parsed = articleBodySchema.safeParse({
    type: 'doc',
    content: blocks.map((block) =>
      block.type === 'paragraph' ? paragraph(block.text) : subhead(...(block.lines as [string])),
    ),
  });
  if (!parsed.success) throw new PlainError(parsed.error.issues[0]!.message);
  return parsed.data;
}

const longestAbstract = 100;

/** The first sentences of the text, as far as they fit. */
function abstractOf({ blocks }: ReadPage): string {
  const text = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('');
  const sentences = text.match(/[^。！？]+[。！？]+[”’）」』]*/gu) ?? [text];
  let abstract = '';
  for (const sentence of sentences) {
    if (abstract !== '' && abstract.length + sentence.length > longestAbstract) break;
    abstract += sentence;
  }
  const characters = [...abstract];
  return characters.length > 2 * longestAbstract
    ? `${characters.slice(0, longestAbstract).join('')}……`
    : abstract;
}

/** The side bar stays with the page it came from instead of taking over everyone's. */
async function keepSideBar(q: Query, articleId: number, sideBar: ReadSideBar): Promise<void> {
  const [block] = await q
    .select({ id: blocks.id })
    .from(blocks)
    .innerJoin(fronts, eq(fronts.id, blocks.frontId))
    .where(and(eq(fronts.key, 'article'), eq(blocks.kind, 'cityObservation')))
    .limit(1);
  if (block === undefined) return;
  const { headline, abstract } = sideBar;
  await q
    .insert(blockItems)
    .values({ blockId: block.id, position: 0, headline, abstract, shownWithArticleId: articleId });
}
