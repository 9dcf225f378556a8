import { PictureView } from '@/components/article/picture-view';
import { BlockTitle } from '@/components/front/block-title';
import { HeadlineLink } from '@/components/front/headline-link';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';

/** 城市观察: a lead headline with its abstract, then headlines. Stands on the home page and beside articles. */
export function CityObservationBlock({ block }: { block: FrontBlock }) {
  const [lead, ...others] = block.items;
  if (lead === undefined) return null;
  const id = `block-${block.id}`;
  return (
    <section className="city-observation-block" aria-labelledby={id}>
      <BlockTitle id={id} title={block.title} sectionPath={block.sectionPath} />
      {lead.article?.cover && (
        <PictureView picture={lead.article.cover} alt="" sizes="(min-width: 1024px) 300px, 100vw" />
      )}
      <h3>
        <HeadlineLink item={lead} />
      </h3>
      {lead.abstract && <p className="abstract">{lead.abstract}</p>}
      <ul>
        {others.map((item) => (
          <li key={item.article?.id ?? item.headline}>
            <HeadlineLink item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
