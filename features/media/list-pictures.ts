import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { reader } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { picturesInReach } from '@/features/media/picture-reach';
import { selectDeskPictures } from '@/features/media/select-pictures';
import type { DeskPicture } from '@/lib/picture';

const pageLength = 40;

export const pictureQuery = z.strictObject({
  /** All of these, separated by blanks, in the alt text, the credit or the file name. */
  words: z.string().max(200).optional(),
  /** The last id of the page before. */
  before: z.int().positive().optional(),
});

export type PicturePage = {
  pictures: DeskPicture[];
  /** Asks for the next page; undefined on the last one. */
  before: number | undefined;
};

/**
 * The library, newest first, forty at a time. Who may not look at the library sees what they uploaded
 * themselves; throws NotAllowedError for whoever may not even do that.
 */
export async function listPictures(
  editor: Editor,
  given: z.infer<typeof pictureQuery> = {},
): Promise<PicturePage> {
  const reach = picturesInReach(editor);
  const { words = '', before } = pictureQuery.parse(given);
  const wanted = words.toWellFormed().toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 10);
  const found = await selectDeskPictures(reader())
    .where(
      and(
        reach === 'own' ? eq(mediaAssets.uploadedBy, editor.id) : undefined,
        before === undefined ? undefined : lt(mediaAssets.id, before),
        ...wanted.map((word) =>
          or(...[mediaAssets.alt, mediaAssets.credit, mediaAssets.fileName].map(holds(word))),
        ),
      ),
    )
    .orderBy(desc(mediaAssets.id))
    .limit(pageLength + 1);
  const pictures = found.slice(0, pageLength);
  return { pictures, before: found.length > pageLength ? pictures.at(-1)!.id : undefined };
}

/** Without LIKE, whose wildcards and letter cases differ between engines. */
function holds(word: string) {
  return (column: typeof mediaAssets.alt | typeof mediaAssets.credit | typeof mediaAssets.fileName) =>
    sql`instr(lower(${column}), ${word}) > 0`;
}
