import { inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import type { DeskPicture } from '@/lib/picture';

export const deskPictureColumns = {
  id: mediaAssets.id,
  contentHash: mediaAssets.contentHash,
  width: mediaAssets.width,
  height: mediaAssets.height,
  alt: mediaAssets.alt,
  credit: mediaAssets.credit,
  fileName: mediaAssets.fileName,
  rights: mediaAssets.rights,
  focalX: mediaAssets.focalX,
  focalY: mediaAssets.focalY,
};

/** The pictures that a content names by id; one that is gone is left out. Whoever may see the content may ask. */
export async function listPicturesOf(assetIds: number[]): Promise<DeskPicture[]> {
  if (assetIds.length === 0) return [];
  return reader().select(deskPictureColumns).from(mediaAssets).where(inArray(mediaAssets.id, assetIds));
}
