import type { FoundArticle } from '@/features/search/search-articles';
import { articleAddress, sectionAddress } from '@/lib/addresses';
import { formatDateTime, formatWithOffset } from '@/lib/dates';
import type { ExtractPart } from '@/lib/search-extract';

/** One hit: where it stands, when, and the words around the hit. */
export function FoundArticleItem({ article }: { article: FoundArticle }) {
  return (
    <li>
      <h2>
        <a href={articleAddress(article.id)}>
          <Marked parts={article.headlineParts} />
        </a>
      </h2>
      <p className="extract">
        <Marked parts={article.extract} />
      </p>
      <p className="list-meta">
        <a href={sectionAddress(article.sectionPath)}>{article.sectionName}</a>
        <time dateTime={formatWithOffset(article.publishedAt)}>{formatDateTime(article.publishedAt)}</time>
      </p>
    </li>
  );
}

function Marked({ parts }: { parts: ExtractPart[] }) {
  return parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text));
}
