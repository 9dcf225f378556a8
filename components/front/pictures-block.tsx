import { PictureView } from '@/components/article/picture-view';
import { HeadlineLink } from '@/components/front/headline-link';
import type { FrontBlock } from '@/features/fronts/list-front-blocks';
import { articleAddress } from '@/lib/addresses';

/** A large picture story and smaller ones below it. */
export function PicturesBlock({ block }: { block: FrontBlock }) {
  const stories = block.items.filter((item) => item.article?.cover);
  if (stories.length === 0) return null;
  return (
    <section className="pictures-block" aria-label={block.title}>
      {stories.map((item, index) => (
        <div className="picture-story" key={item.article!.id}>
          <a href={articleAddress(item.article!.id)} tabIndex={-1} aria-hidden="true">
            <PictureView
              picture={item.article!.cover!}
              alt=""
              sizes={index === 0 ? '(min-width: 1024px) 580px, 100vw' : '(min-width: 1024px) 190px, 33vw'}
              isFirst={index === 0}
            />
          </a>
          <h3>
            <HeadlineLink item={item} isShort={index > 0} />
          </h3>
          {index === 0 && <p className="abstract">{item.abstract}</p>}
        </div>
      ))}
    </section>
  );
}
