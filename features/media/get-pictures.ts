import { inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { selectDeskPictures } from '@/features/media/select-pictures';
import type { DeskPicture } from '@/lib/picture';

/**
 * The pictures that a text or a front names, by id; unknown ids are left out. Asks nobody's permission: for
 * callers that have already shown the editor the text in which the ids stand.
 */
export async function getPictures(ids: readonly number[]): Promise<Map<number, DeskPicture>> {
  if (ids.length === 0) return new Map();
  const found = await selectDeskPictures(reader()).where(inArray(mediaAssets.id, [...new Set(ids)]));
  return new Map(found.map((picture) => [picture.id, picture]));
}
