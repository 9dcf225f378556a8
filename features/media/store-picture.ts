import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { contentHashOf, isKept, keepPicture } from '@/features/media/keep-picture';

/**
 * Keeps a picture that no editor uploaded: of the demo newsroom or of an import. The same bytes give the
 * same asset. Returns the asset's id; throws with a sentence when the picture is refused. Makes no AVIF
 * files: many come at once and somebody waits (26 demo pictures: 2.4 s of encoding instead of 14 s).
 */
export async function storePicture(
  original: Buffer,
  words: { alt: string; credit: string },
): Promise<number> {
  const [before] = await reader()
    .select({ id: mediaAssets.id, width: mediaAssets.width, contentHash: mediaAssets.contentHash })
    .from(mediaAssets)
    .where(eq(mediaAssets.contentHash, contentHashOf(original)));
  if (before !== undefined && (await isKept(before))) return before.id;
  const kept = await keepPicture(original, { withAvif: false });
  if (!kept.ok) throw new Error(kept.message);
  return tx(async (q) => {
    const [known] = await q
      .select({ id: mediaAssets.id })
      .from(mediaAssets)
      .where(eq(mediaAssets.contentHash, kept.picture.contentHash));
    if (known !== undefined) return known.id;
    const [added] = await q
      .insert(mediaAssets)
      .values({ ...kept.picture, ...words, createdAt: new Date() })
      .returning({ id: mediaAssets.id });
    return added!.id;
  });
}
