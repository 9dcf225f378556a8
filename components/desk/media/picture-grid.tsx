import type { ReactNode } from 'react';
import { type DeskPicture, pictureAddress, pictureWidths } from '@/lib/picture';

/** The smallest file of a picture, above the words that say what it is. */
function PictureThumb({ picture, className = '' }: { picture: DeskPicture; className?: string }) {
  const { contentHash, width, height } = picture;
  return (
    <img
      src={pictureAddress(contentHash, pictureWidths(width)[0]!, 'webp')}
      width={width}
      height={height}
      alt=""
      loading="lazy"
      decoding="async"
      className={`bg-tint object-contain ${className}`}
    />
  );
}

/** A picture with what it is called, for the inside of a link or button. */
export function PictureTile({ picture }: { picture: DeskPicture }) {
  return (
    <>
      <PictureThumb picture={picture} className="aspect-[3/2] w-full rounded" />
      <span className="mt-1 line-clamp-2 block text-left text-[0.8125rem] break-words">
        {picture.alt || picture.fileName || `图片 ${picture.id}`}
      </span>
      {!picture.alt && <span className="block text-left text-[0.8125rem] text-accent">缺替代文字</span>}
    </>
  );
}

/** The classes of a link or button around a tile. */
export const tileClass = 'block w-full rounded-md border border-rule bg-sheet p-1.5 hover:border-accent';

/** Pictures one beside the other, as the items of a list. */
export function PictureGrid({ children }: { children: ReactNode }) {
  return <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-3">{children}</ul>;
}
