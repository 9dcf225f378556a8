import { BlockTitle } from '@/components/front/block-title';
import { HeadlineLink } from '@/components/front/headline-link';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';
import { latestAddress } from '@/lib/addresses';
import { formatMonthDay, formatTime, formatWithOffset } from '@/lib/dates';

/** The record of the day: what was published last, with its time. Also serves as 最新消息 beside an article. */
export function RollingBlock({ block }: { block: FrontBlock }) {
  const id = `block-${block.id}`;
  return (
    <section className="rolling-block" aria-labelledby={id}>
      <BlockTitle id={id} title={block.title} sectionPath={block.sectionPath} moreAddress={latestAddress} />
      <ol>
        {block.items.map((item) => (
          <li key={item.article?.id ?? item.headline}>
            {item.article && (
              <time dateTime={formatWithOffset(item.article.publishedAt)}>
                <span>{formatMonthDay(item.article.publishedAt)}</span> {formatTime(item.article.publishedAt)}
              </time>
            )}
            <HeadlineLink item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}
