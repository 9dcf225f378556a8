import {
  picturesById,
  publishedHeadlines,
  type PublishedArticle,
} from '@/features/articles/find-published-article';
import { listCorrectionsOf } from '@/features/corrections/list-corrections';
import { assetIdsOf, bodyLines, countCharacters, relatedArticleIdsOf } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';

/** A text that is being written, in the shape that the reader's components draw. For the desk and previews only. */
export async function describeForReaders(
  id: number,
  content: ArticleContent,
  publishedAt: Date,
): Promise<PublishedArticle> {
  const { body } = content;
  return {
    ...content,
    id,
    characterCount: countCharacters(bodyLines(body).join('\n')),
    copyrightNotice: '',
    publishedAt,
    modifiedAt: null,
    corrections: await listCorrectionsOf(id),
    pictures: await picturesById(assetIdsOf(body)),
    relatedHeadlines: await publishedHeadlines(relatedArticleIdsOf(body)),
  };
}
