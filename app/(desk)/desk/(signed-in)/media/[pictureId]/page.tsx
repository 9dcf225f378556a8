import type { Metadata } from 'next';
import { changePictureAction } from '@/app/(desk)/desk/(signed-in)/media/[pictureId]/actions';
import { PictureForm } from '@/components/desk/media/picture-form';
import { PictureUses } from '@/components/desk/media/picture-uses';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { NotAllowedError } from '@/features/access/permission';
import type { Editor } from '@/features/access/editor';
import { requireEditor } from '@/features/access/require-editor';
import { type PictureRecord, viewPicture } from '@/features/media/view-picture';
import { whereUsed } from '@/features/media/where-used';
import { formatDateTime } from '@/lib/dates';

export const metadata: Metadata = { title: '图片' };

export default async function PicturePage({ params }: PageProps<'/desk/media/[pictureId]'>) {
  const editor = await requireEditor();
  const { pictureId } = await params;
  const record = /^\d{1,15}$/u.test(pictureId) ? await find(editor, Number(pictureId)) : undefined;
  if (record === undefined) {
    return (
      <PageTitle title="没有这张图片" note="它可能不存在，也可能不在您能查看的范围内。">
        <ButtonLink href="/desk/media">回到图片库</ButtonLink>
      </PageTitle>
    );
  }
  const { picture, mayChange } = record;
  return (
    <>
      <PageTitle title={picture.fileName || picture.alt || `图片 ${picture.id}`} note={describe(record)}>
        <ButtonLink href="/desk/media">图片库</ButtonLink>
      </PageTitle>
      <PictureForm key={picture.id} picture={picture} mayChange={mayChange} action={changePictureAction} />
      <section className="mt-8 grid max-w-3xl gap-2">
        <h2 className="text-base font-bold">使用这张图片的稿件</h2>
        <PictureUses uses={await whereUsed(editor, picture.id)} />
      </section>
    </>
  );
}

/** A picture out of reach looks like one that is not there. */
async function find(editor: Editor, pictureId: number): Promise<PictureRecord | undefined> {
  try {
    return await viewPicture(editor, pictureId);
  } catch (error) {
    if (error instanceof NotAllowedError) return undefined;
    throw error;
  }
}

function describe({ picture, byteCount, createdAt, uploaderName }: PictureRecord): string {
  const size = byteCount > 0 ? `，${(byteCount / 1024 / 1024).toFixed(1)} MB` : '';
  const by = uploaderName === null ? '' : `${uploaderName} `;
  return `${picture.width} × ${picture.height} 像素${size}；${by}${formatDateTime(createdAt)} 入库`;
}
