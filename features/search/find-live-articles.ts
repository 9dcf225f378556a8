import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { searchArticles } from '@/features/search/search-articles';
import { getRootSection } from '@/features/sections/section-tree';

export type FoundArticle = { id: number; headline: string; publishedAt: Date };

const most = 20;

/** Live articles to be linked to: by words or by number, the newest ones where nothing is asked for. */
export async function findLiveArticles(editor: Editor, words: string): Promise<FoundArticle[]> {
  demandAnywhere(editor, 'viewArticle');
  const number = /^#?(\d{1,15})$/u.exec(words.trim())?.[1];
  if (number !== undefined) return listed(eq(articles.id, Number(number)));
  if (words.trim() === '') return listed(eq(listings.sectionId, (await getRootSection()).id));
  const { articles: found } = await searchArticles(words);
  return found.slice(0, most).map(({ id, headline, publishedAt }) => ({ id, headline, publishedAt }));
}

async function listed(condition: ReturnType<typeof eq>): Promise<FoundArticle[]> {
  return reader()
    .selectDistinct({ id: articles.id, headline: articles.headline, publishedAt: listings.publishedAt })
    .from(listings)
    .innerJoin(articles, eq(articles.id, listings.articleId))
    .where(condition)
    .orderBy(desc(listings.publishedAt), desc(articles.id))
    .limit(most);
}
