import { PictureView } from '@/components/article/picture-view';
import type { ListedArticle } from '@/features/articles/listed-article';
import { articleAddress, sectionAddress } from '@/lib/addresses';
import { formatDateTime, formatWithOffset } from '@/lib/dates';

export function ArticleList({ articles }: { articles: ListedArticle[] }) {
  return (
    <ol className="article-list">
      {articles.map((article) => (
        <li key={article.id}>
          <div>
            <h2>
              <a href={articleAddress(article.id)}>{article.headline}</a>
            </h2>
            {article.abstract && <p className="abstract">{article.abstract}</p>}
            <p className="list-meta">
              <a href={sectionAddress(article.sectionPath)}>{article.sectionName}</a>
              <time dateTime={formatWithOffset(article.publishedAt)}>
                {formatDateTime(article.publishedAt)}
              </time>
            </p>
          </div>
          {article.cover && (
            <PictureView picture={article.cover} alt="" sizes="(min-width: 640px) 176px, 30vw" />
          )}
        </li>
      ))}
    </ol>
  );
}
