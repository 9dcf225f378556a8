import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { searchArticles } from '@/features/search/search-articles';
import { getRootSection } from '@/features/sections/section-tree';

export const searchLiveForm = z.strictObject({
  /** Words, or an article's number; nothing asks for the newest. */
  words: z.string().trim().max(100, '请用更短的词搜索。'),
  /** Only articles of this section and below it. */
  sectionId: z.int().positive().nullable(),
});

export type FoundLive = Pick<
  ListedArticle,
  'id' | 'headline' | 'abstract' | 'publishedAt' | 'sectionName'
> & {
  hasPicture: boolean;
};

const most = 20;

/** Live articles to be placed on a front. For whoever may curate fronts. */
export async function searchLiveArticles(
  editor: Editor,
  { words, sectionId }: z.output<typeof searchLiveForm>,
): Promise<FoundLive[]> {
  await demand(reader(), editor, 'curateFronts');
  const within = sectionId ?? (await getRootSection()).id;
  const number = /^(?:#|\/article\/)?(\d{1,15})$/u.exec(words)?.[1];
  if (number !== undefined) {
    const [byNumber] = await selectListed(reader())
      .where(and(eq(listings.sectionId, within), eq(articles.id, Number(number))))
      .limit(1);
    // A number may also be a word of a headline.
    if (byNumber !== undefined) return [describe(byNumber)];
  }
  if (words === '') {
    const newest = await selectListed(reader())
      .where(eq(listings.sectionId, within))
      .orderBy(desc(listings.publishedAt), desc(listings.articleId))
      .limit(most);
    return newest.map(describe);
  }
  const { articles: found } = await searchArticles(words, { filters: { sectionId: sectionId ?? undefined } });
  return found.slice(0, most).map(describe);
}

function describe({ id, headline, abstract, publishedAt, sectionName, cover }: ListedArticle): FoundLive {
  return { id, headline, abstract, publishedAt, sectionName, hasPicture: cover !== null };
}
