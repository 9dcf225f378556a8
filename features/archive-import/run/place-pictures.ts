import { picturePath } from '@/features/archive-import/sources/picture-path';
import type { Source } from '@/features/archive-import/sources/source';
import { storePicture } from '@/features/media/store-picture';
import { largestPicture } from '@/lib/picture';
import type { ReadPicture } from '@/lib/import-run';

/** A picture of a page: in our library, or where it stayed and why. */
export type PlacedPicture = { picture: ReadPicture; assetId?: number; reason: string };

const mostPictures = 100;

/** Takes along the pictures that lie beside a page. What is elsewhere stays there and is noted. */
export async function placePictures(
  source: Source,
  pagePath: string,
  pictures: ReadPicture[],
): Promise<PlacedPicture[]> {
  const placed: PlacedPicture[] = [];
  for (const picture of pictures.slice(0, mostPictures))
    placed.push(await placePicture(source, pagePath, picture));
  return placed;
}

async function placePicture(source: Source, pagePath: string, picture: ReadPicture): Promise<PlacedPicture> {
  const path = picturePath(pagePath, picture.asWritten);
  const original = path === undefined ? undefined : await source.find(path, largestPicture);
  if (original === undefined) return { picture, reason: '图片不在导入的文件里' };
  try {
    const words = { alt: picture.caption.slice(0, 300), credit: picture.credit.slice(0, 200) };
    return { picture, assetId: await storePicture(original, words), reason: '' };
  } catch (error) {
    return { picture, reason: error instanceof Error ? error.message : String(error) };
  }
}
