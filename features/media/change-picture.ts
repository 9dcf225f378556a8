import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { raiseContentVersion } from '@/db/content-version';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { mayChangePicture } from '@/features/media/picture-reach';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

const words = (name: string, most: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().replaceAll('\u0000', '').trim())
    .refine((text) => [...text].length <= most, `${name}不能超过 ${most} 字，请缩短。`);

const percent = (name: string) => {
  const message = `${name}请填写 0 到 100 的整数。`;
  return z.int(message).min(0, message).max(100, message);
};

export const pictureForm = z.strictObject({
  pictureId: z.int().positive(),
  alt: words('替代文字', 300),
  credit: words('署名', 200),
  rights: words('授权说明', 500),
  focalX: percent('焦点的横向位置'),
  focalY: percent('焦点的纵向位置'),
});

/**
 * Changes what is said of a picture and where layouts look when they crop it. For whoever may edit any
 * picture, and for whoever uploaded this one. Readers see it at once. Throws NotAllowedError.
 */
export async function changePicture(
  editor: Editor,
  given: z.infer<typeof pictureForm>,
  now = new Date(),
): Promise<Outcome> {
  const { pictureId, ...changes } = pictureForm.parse(given);
  return tx(async (q) => {
    const [picture] = await q
      .select({ uploadedBy: mediaAssets.uploadedBy, fileName: mediaAssets.fileName })
      .from(mediaAssets)
      .where(eq(mediaAssets.id, pictureId));
    // Whether there is such a picture is not told to somebody who may change none.
    if (!mayChangePicture(editor, picture ?? { uploadedBy: null })) throw new NotAllowedError('editPicture');
    if (picture === undefined) {
      return { ok: false, problems: [{ field: 'pictureId', message: '这张图片已不存在。' }] };
    }
    await q.update(mediaAssets).set(changes).where(eq(mediaAssets.id, pictureId));
    const subject = picture.fileName || changes.alt || `图片 ${pictureId}`;
    await recordEvent(q, editor, { kind: 'pictureChanged', subject }, now);
    if (await isSeenByReaders(q, { id: pictureId, ...picture })) await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}

/**
 * In a live article. Pictures that no editor uploaded may stand in articles of an earlier release, whose uses
 * nobody wrote down; rather one rendering too many than a page that stays wrong.
 */
async function isSeenByReaders(
  q: Query,
  { id, uploadedBy }: { id: number; uploadedBy: number | null },
): Promise<boolean> {
  if (uploadedBy === null) return true;
  const live = await q
    .select({ id: articles.id })
    .from(mediaUses)
    .innerJoin(articles, eq(articles.id, mediaUses.articleId))
    .where(and(eq(mediaUses.assetId, id), eq(articles.status, 'published')))
    .limit(1);
  return live.length > 0;
}
