import { CreditLine } from '@/components/article/credit-line';
import type { PublishedArticle } from '@/features/articles/find-published-article';
import { bylineRoles } from '@/lib/contributor-role';
import { formatDateTime, formatWithOffset } from '@/lib/dates';

type MetaLineProps = {
  article: Pick<PublishedArticle, 'publishedAt' | 'modifiedAt' | 'sourceName' | 'sourceUrl' | 'credits'>;
};

/** 2018-07-01 09:15 来源：… 通讯员 … 记者 …, in the order in which the newsroom names its people. */
export function MetaLine({ article }: MetaLineProps) {
  const { publishedAt, modifiedAt, sourceName, sourceUrl, credits } = article;
  return (
    <div className="meta-line">
      <span>
        <span className="sr-only">发布时间：</span>
        <time dateTime={formatWithOffset(publishedAt)}>{formatDateTime(publishedAt)}</time>
      </span>
      {sourceName && <span>来源：{sourceUrl ? <a href={sourceUrl}>{sourceName}</a> : sourceName}</span>}
      <CreditLine credits={credits} roles={bylineRoles} separator=" " isLinked />
      {modifiedAt && (
        <span>
          更新：<time dateTime={formatWithOffset(modifiedAt)}>{formatDateTime(modifiedAt)}</time>
        </span>
      )}
    </div>
  );
}
