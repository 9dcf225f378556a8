import { PictureView } from '@/components/article/picture-view';
import { BlockTitle } from '@/components/front/block-title';
import { HeadlineLink } from '@/components/front/headline-link';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';
import { formatMonthDay, formatWithOffset } from '@/lib/dates';

/** A section on a front: its newest article with picture or abstract, then headlines with their day. */
export function SectionBlock({ block }: { block: FrontBlock }) {
  const [first, ...others] = block.items;
  if (first === undefined) return null;
  const id = `block-${block.id}`;
  const cover = first.article?.cover;
  return (
    <section className="section-block" aria-labelledby={id}>
      <BlockTitle id={id} title={block.title} sectionPath={block.sectionPath} />
      <div className="first">
        {cover && <PictureView picture={cover} alt="" sizes="(min-width: 1024px) 150px, 32vw" />}
        <div>
          <h3>
            <HeadlineLink item={first} />
          </h3>
          {!cover && <p className="abstract">{first.abstract}</p>}
        </div>
      </div>
      <ul>
        {others.map((item) => (
          <li key={item.article?.id ?? item.headline}>
            <HeadlineLink item={item} />
            {item.article && (
              <time dateTime={formatWithOffset(item.article.publishedAt)}>
                {formatMonthDay(item.article.publishedAt)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
