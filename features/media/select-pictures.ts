import type { Reader } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';

/** What a page needs of a picture; for every query that builds one. */
export const pictureColumns = {
  contentHash: mediaAssets.contentHash,
  width: mediaAssets.width,
  height: mediaAssets.height,
  hasAvif: mediaAssets.hasAvif,
  alt: mediaAssets.alt,
  credit: mediaAssets.credit,
  focalX: mediaAssets.focalX,
  focalY: mediaAssets.focalY,
};

/** The start of every question about pictures at the desk. */
export function selectDeskPictures(q: Reader) {
  return q
    .select({
      id: mediaAssets.id,
      ...pictureColumns,
      fileName: mediaAssets.fileName,
      rights: mediaAssets.rights,
    })
    .from(mediaAssets);
}
