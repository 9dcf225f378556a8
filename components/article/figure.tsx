import { PictureView } from '@/components/article/picture-view';
import type { BlockOf } from '@/lib/article-body';
import type { Picture } from '@/lib/picture';

type FigureProps = { image: BlockOf<'image'>; pictures: ReadonlyMap<number, Picture>; isFirst?: boolean };

/** A picture with caption and credit. One whose asset is gone is not drawn: a hole helps nobody. */
export function Figure({ image, pictures, isFirst }: FigureProps) {
  const picture = pictures.get(image.attrs.assetId);
  if (picture === undefined) return null;
  const { alt, caption, credit } = image.attrs;
  return (
    <figure>
      <PictureView
        picture={picture}
        alt={alt || picture.alt}
        sizes="(min-width: 800px) 756px, 100vw"
        isFirst={isFirst}
      />
      {(caption || credit) && (
        <figcaption>
          {caption}
          {credit && <span className="credit"> {credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
