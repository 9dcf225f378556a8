import { Figure } from '@/components/article/figure';
import type { BlockOf } from '@/lib/article-body';
import type { Picture } from '@/lib/picture';

type GalleryProps = { block: BlockOf<'gallery'>; pictures: ReadonlyMap<number, Picture>; isFirst: boolean };

/** Pictures one beside the other, to be swiped through; without enough width they scroll sideways. */
export function Gallery({ block, pictures, isFirst }: GalleryProps) {
  return (
    <div className="gallery" role="group" aria-label={`组图，共 ${block.content.length} 张`} tabIndex={0}>
      {block.content.map((image, index) => (
        <Figure key={index} image={image} pictures={pictures} isFirst={isFirst && index === 0} />
      ))}
    </div>
  );
}
