import { Pager } from '@/components/navigation/pager';
import type { ListedCorrection } from '@/features/corrections/list-corrections';
import { articleAddress, correctionsAddress, reportAddress } from '@/lib/addresses';
import { formatDateTime, formatWithOffset } from '@/lib/dates';

type CorrectionsViewProps = { corrections: ListedCorrection[]; page: number; pageCount: number };

/** Every correction of what can be read now, the newest first. */
export function CorrectionsView({ corrections, page, pageCount }: CorrectionsViewProps) {
  return (
    <div className="section-view">
      <header>
        <h1>更正</h1>
        <p>
          报道出了差错，我们在稿件上注明，也列在这里。发现差错，请在稿件上点“纠错”，或者
          <a href={reportAddress}>告诉我们</a>。
        </p>
      </header>
      {corrections.length === 0 ? (
        <p className="empty">目前没有更正。</p>
      ) : (
        <ul className="correction-list">
          {corrections.map(({ id, text, publishedAt, articleId, headline }) => (
            <li key={id}>
              <time dateTime={formatWithOffset(publishedAt)}>{formatDateTime(publishedAt)}</time>
              <a href={articleAddress(articleId)}>{headline}</a>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      <Pager address={correctionsAddress} page={page} pageCount={pageCount} />
    </div>
  );
}
