import { fallbackWidth, pictureAddress, pictureWidths, type Picture } from '@/lib/picture';

type PictureViewProps = {
  picture: Picture;
  /** How wide the layout draws it, as in the `sizes` attribute. */
  sizes: string;
  /** The page's first picture is fetched at once; all others when they come near. */
  isFirst?: boolean;
  /** Decorative beside a headline that says the same. */
  alt?: string;
};

export function PictureView({ picture, sizes, isFirst = false, alt = picture.alt }: PictureViewProps) {
  const { contentHash, width, height } = picture;
  const candidates = pictureWidths(width).map(
    (candidate) => `${pictureAddress(contentHash, candidate, 'webp')} ${candidate}w`,
  );
  return (
    <picture>
      <source type="image/webp" srcSet={candidates.join(', ')} sizes={sizes} />
      <img
        src={pictureAddress(contentHash, fallbackWidth(width), 'jpg')}
        width={width}
        height={height}
        alt={alt}
        loading={isFirst ? undefined : 'lazy'}
        fetchPriority={isFirst ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  );
}
