import type { BlockOf } from '@/lib/article-body';
import { fallbackWidth, pictureAddress, type Picture } from '@/lib/picture';

type VideoBlockProps = { block: BlockOf<'video'>; pictures: ReadonlyMap<number, Picture> };

export function VideoBlock({ block, pictures }: VideoBlockProps) {
  const { src, posterAssetId, caption, credit } = block.attrs;
  const poster = posterAssetId === undefined ? undefined : pictures.get(posterAssetId);
  return (
    <figure>
      <video
        src={src}
        controls
        preload="none"
        playsInline
        aria-label={caption || '视频'}
        poster={poster && pictureAddress(poster.contentHash, fallbackWidth(poster.width), 'jpg')}
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
