import { inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { selectDeskPictures } from '@/features/media/select-pictures';
import type { DeskPicture } from '@/lib/picture';

/** The pictures that a content names by id; one that is gone is left out. Whoever may see the content may ask. */
export async function listPicturesOf(assetIds: number[]): Promise<DeskPicture[]> {
  if (assetIds.length === 0) return [];
  return selectDeskPictures(reader()).where(inArray(mediaAssets.id, [...new Set(assetIds)]));
}
