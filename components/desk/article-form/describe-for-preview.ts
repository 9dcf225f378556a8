import type { DeskArticle } from '@/features/articles/get-article-for-desk';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { bodyLines, countCharacters } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';

/** What is being typed, in the shape that the reader's components draw. */
export function describeForPreview(
  article: DeskArticle,
  content: ArticleContent,
  pictures: ReadonlyMap<number, DeskPicture>,
): PublishedArticle {
  return {
    ...content,
    id: article.id,
    characterCount: countCharacters(bodyLines(content.body).join('\n')),
    copyrightNotice: '',
    publishedAt: article.publishedAt ?? new Date(),
    modifiedAt: null,
    corrections: article.corrections,
    pictures: new Map(pictures),
    relatedHeadlines: new Map(article.relatedArticles.map(({ id, headline }) => [id, headline])),
  };
}
