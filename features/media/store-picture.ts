import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { tx } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { putMediaFile } from '@/features/media/media-folder';
import { fallbackWidth, pictureFile, pictureWidths } from '@/lib/picture';

/**
 * Keeps a picture: decoded, turned upright, re-encoded without its metadata in the widths that the layouts
 * use, then entered as a media asset. The same bytes give the same asset. Returns the asset's id; throws
 * when the bytes are no picture.
 */
export async function storePicture(
  original: Buffer,
  words: { alt: string; credit: string },
): Promise<number> {
  const contentHash = createHash('sha256').update(original).digest('hex');
  const upright = sharp(original).autoOrient();
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const { format } = await sharp(original).metadata();
  const pixels = () => sharp(data, { raw });

  for (const width of pictureWidths(info.width)) {
    const webp = await pixels().resize({ width }).webp({ quality: 74, effort: 4 }).toBuffer();
    await putMediaFile(pictureFile(contentHash, width, 'webp'), webp);
  }
  const width = fallbackWidth(info.width);
  const jpeg = await pixels().resize({ width }).flatten().jpeg({ quality: 78, progressive: true }).toBuffer();
  await putMediaFile(pictureFile(contentHash, width, 'jpg'), jpeg);

  return tx(async (q) => {
    const [known] = await q
      .select({ id: mediaAssets.id })
      .from(mediaAssets)
      .where(eq(mediaAssets.contentHash, contentHash));
    if (known !== undefined) return known.id;
    const [added] = await q
      .insert(mediaAssets)
      .values({
        contentHash,
        originalFormat: format === 'jpeg' || format === 'webp' || format === 'gif' ? format : 'png',
        width: info.width,
        height: info.height,
        ...words,
        createdAt: new Date(),
      })
      .returning({ id: mediaAssets.id });
    return added!.id;
  });
}
