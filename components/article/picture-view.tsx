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
  const { contentHash, width, height, hasAvif } = picture;
  const candidates = (format: 'avif' | 'webp') =>
    pictureWidths(width)
      .map((candidate) => `${pictureAddress(contentHash, candidate, format)} ${candidate}w`)
      .join(', ');
  return (
    <picture>
      {/* A browser that takes AVIF asks for nothing else, not even after a 404. */}
      {hasAvif && <source type="image/avif" srcSet={candidates('avif')} sizes={sizes} />}
      <source type="image/webp" srcSet={candidates('webp')} sizes={sizes} />
      <img
        className={focalClasses(picture)}
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

/** Reader pages carry no inline style, so the point is told in tenths by class, see focal.css. */
function focalClasses({ focalX, focalY }: Picture): string | undefined {
  const x = Math.round(focalX / 10);
  const y = Math.round(focalY / 10);
  const classes = [...(x === 5 ? [] : [`focal-x${x}`]), ...(y === 5 ? [] : [`focal-y${y}`])];
  return classes.length > 0 ? classes.join(' ') : undefined;
}
