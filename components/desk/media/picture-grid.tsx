import type { ReactNode } from 'react';
import { type DeskPicture, pictureAddress, pictureWidths } from '@/lib/picture';

/** The smallest file of a picture, for lists at the desk. */
export function PictureThumb({ picture, className = '' }: { picture: DeskPicture; className?: string }) {
  const { contentHash, width, height, alt, fileName } = picture;
  return (
    <img
      src={pictureAddress(contentHash, pictureWidths(width)[0]!, 'webp')}
      width={width}
      height={height}
      alt={alt || fileName}
      loading="lazy"
      decoding="async"
      className={`bg-tint object-contain ${className}`}
    />
  );
}

type PictureGridProps = {
  pictures: readonly DeskPicture[];
  /** What surrounds a picture: a link in the library, a button in the picker. */
  wrap: (picture: DeskPicture, content: ReactNode) => ReactNode;
};

/** Pictures one beside the other, each with what it is called. */
export function PictureGrid({ pictures, wrap }: PictureGridProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-3">
      {pictures.map((picture) => (
        <li key={picture.id}>
          {wrap(
            picture,
            <>
              <PictureThumb picture={picture} className="aspect-[3/2] w-full rounded" />
              <span className="mt-1 line-clamp-2 block text-left text-[0.8125rem] break-all">
                {picture.alt || picture.fileName || `图片 ${picture.id}`}
              </span>
              {!picture.alt && (
                <span className="block text-left text-[0.8125rem] text-accent">缺替代文字</span>
              )}
            </>,
          )}
        </li>
      ))}
    </ul>
  );
}
