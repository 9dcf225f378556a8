import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { mayChangePicture, mayViewPicture } from '@/features/media/picture-reach';
import { selectDeskPictures } from '@/features/media/select-pictures';
import type { DeskPicture } from '@/lib/picture';

export type PictureRecord = {
  picture: DeskPicture;
  byteCount: number;
  createdAt: Date;
  /** Null for pictures of the demo newsroom and of imports. */
  uploaderName: string | null;
  mayChange: boolean;
};

/** Everything that the library knows of one picture; undefined also for one the editor may not look at. */
export async function viewPicture(editor: Editor, pictureId: number): Promise<PictureRecord | undefined> {
  const [more] = await reader()
    .select({
      byteCount: mediaAssets.byteCount,
      createdAt: mediaAssets.createdAt,
      uploadedBy: mediaAssets.uploadedBy,
      uploaderName: editors.name,
    })
    .from(mediaAssets)
    .leftJoin(editors, eq(editors.id, mediaAssets.uploadedBy))
    .where(eq(mediaAssets.id, pictureId));
  if (!mayViewPicture(editor, more ?? { uploadedBy: null }) || more === undefined) return undefined;
  const [picture] = await selectDeskPictures(reader()).where(eq(mediaAssets.id, pictureId));
  const { uploadedBy, ...rest } = more;
  return { picture: picture!, ...rest, mayChange: mayChangePicture(editor, { uploadedBy }) };
}
