import { createHash } from 'node:crypto';
import { encodePicture, type RefusalKind } from '@/features/media/encode-picture';
import { mediaStorage } from '@/features/media/media-storage';
import { fallbackWidth, type OriginalFormat, originalFile, pictureFile } from '@/lib/picture';

/** What the files of a picture say about its row. */
export type KeptPicture = {
  contentHash: string;
  originalFormat: OriginalFormat;
  width: number;
  height: number;
  hasAvif: boolean;
  byteCount: number;
};

export type KeepingResult =
  { ok: true; picture: KeptPicture } | { ok: false; kind: RefusalKind; message: string };

export function contentHashOf(original: Buffer): string {
  return createHash('sha256').update(original).digest('hex');
}

/**
 * Encodes a picture and puts its files where they belong. Files before rows: a row never names files that
 * are not there, and files without a row are found again by the same picture. Refuses in one sentence.
 */
export async function keepPicture(
  original: Buffer,
  options: { withAvif?: boolean } = {},
): Promise<KeepingResult> {
  const result = await encodePicture(original, options);
  if (!result.ok) return result;
  const { format, width, height, files, hasAvif } = result.picture;
  const contentHash = contentHashOf(original);
  const storage = mediaStorage();
  await storage.put(originalFile(contentHash, format), original);
  for (const { width: fileWidth, format: fileFormat, content } of files) {
    await storage.put(pictureFile(contentHash, fileWidth, fileFormat), Buffer.from(content));
  }
  const byteCount = original.length;
  return { ok: true, picture: { contentHash, originalFormat: format, width, height, hasAvif, byteCount } };
}

/** Whether a known picture's files are still where they were put; a restored folder may lack some. */
export async function isKept({
  contentHash,
  width,
}: {
  contentHash: string;
  width: number;
}): Promise<boolean> {
  const fallback = pictureFile(contentHash, fallbackWidth(width), 'jpg');
  return (await mediaStorage().stat(fallback)) !== undefined;
}
