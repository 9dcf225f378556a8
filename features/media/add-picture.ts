import { eq } from 'drizzle-orm';
import { type Reader, reader, tx } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import type { RefusalKind } from '@/features/media/encode-picture';
import { contentHashOf, isKept, keepPicture } from '@/features/media/keep-picture';
import { mayViewPicture } from '@/features/media/picture-reach';
import { selectDeskPictures } from '@/features/media/select-pictures';
import { recordEvent } from '@/features/timeline/record-event';
import type { DeskPicture } from '@/lib/picture';
import type { Outcome } from '@/lib/problems';

export type UploadedFile = {
  content: Buffer;
  /** As it was called where it came from; shown, never part of a path. */
  fileName: string;
};

/**
 * Puts a picture into the library. The same file is the same asset, whoever sends it again and under
 * whatever name. Refuses in one sentence, with the kind of refusal as its field; throws
 * NotAllowedError.
 */
export async function addPicture(
  editor: Editor,
  { content, fileName }: UploadedFile,
  now = new Date(),
): Promise<Outcome<DeskPicture>> {
  demandAnywhere(editor, 'addPicture');
  if (content.length === 0) return refuse('file', '文件是空的。请重新选择图片。');
  const contentHash = contentHashOf(content);
  const known = await findByHash(reader(), contentHash);
  if (known !== undefined && (await isKept(known))) return answerKnown(editor, known);

  const kept = await keepPicture(content);
  if (!kept.ok) return refuse(kept.kind, kept.message);
  return tx(async (q) => {
    // Asked again: somebody may have sent the same picture meanwhile.
    const alreadyThere = await findByHash(q, contentHash);
    if (alreadyThere !== undefined) {
      // Files that were lost and made again may lack what was too slow this time.
      const { hasAvif } = kept.picture;
      await q.update(mediaAssets).set({ hasAvif }).where(eq(mediaAssets.id, alreadyThere.id));
      return answerKnown(editor, { ...alreadyThere, hasAvif });
    }
    const name = tidyFileName(fileName);
    const row = { ...kept.picture, fileName: name, uploadedBy: editor.id, createdAt: now };
    await q.insert(mediaAssets).values(row);
    await recordEvent(q, editor, { kind: 'pictureAdded', subject: name }, now);
    const { uploadedBy: _uploader, ...picture } = (await findByHash(q, contentHash))!;
    return { ok: true, value: picture };
  });
}

type KnownPicture = DeskPicture & { uploadedBy: number | null };

async function findByHash(q: Reader, contentHash: string): Promise<KnownPicture | undefined> {
  const [picture] = await selectDeskPictures(q).where(eq(mediaAssets.contentHash, contentHash));
  if (picture === undefined) return undefined;
  const [row] = await q
    .select({ uploadedBy: mediaAssets.uploadedBy })
    .from(mediaAssets)
    .where(eq(mediaAssets.id, picture.id));
  return { ...picture, uploadedBy: row?.uploadedBy ?? null };
}

/**
 * Sending a file proves no right to what colleagues wrote about it, and whoever may use own pictures only
 * could not put this one into a text.
 */
function answerKnown(editor: Editor, { uploadedBy, ...picture }: KnownPicture): Outcome<DeskPicture> {
  if (mayViewPicture(editor, { uploadedBy })) return { ok: true, value: picture };
  return refuse(
    'file',
    '图片库里已有同一张图片，是其他同事上传的，您不能直接使用。请联系编辑配图，或换一张。',
  );
}

/** The last part of whatever path was sent, well-formed and without control characters. */
function tidyFileName(fileName: string): string {
  const last = fileName.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1)!;
  const tidy = last.replaceAll(/\p{C}/gu, '').trim();
  return [...tidy].slice(0, 200).join('') || '未命名';
}

function refuse(field: RefusalKind, message: string): Outcome<DeskPicture> {
  return { ok: false, problems: [{ field, message }] };
}
