'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { PictureGrid, PictureTile, tileClass } from '@/components/desk/media/picture-grid';
import { PictureUploader } from '@/components/desk/media/picture-uploader';
import { uploadPicture } from '@/components/desk/media/upload-picture';
import { useToast } from '@/components/ui/toast';
import type { DeskPicture } from '@/lib/picture';

type PictureLibraryProps = {
  pictures: DeskPicture[];
  mayAdd: boolean;
  /** Said when there is no picture. */
  emptyNote: string;
};

/** The pictures of one page of the library, and the way to add more. */
export function PictureLibrary({ pictures, mayAdd, emptyNote }: PictureLibraryProps) {
  const router = useRouter();
  const toast = useToast();
  const grid = (
    <div className="mt-4">
      {pictures.length === 0 && <p className="text-muted">{emptyNote}</p>}
      <PictureGrid>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <Link href={`/desk/media/${picture.id}`} prefetch={false} className={tileClass}>
              <PictureTile picture={picture} />
            </Link>
          </li>
        ))}
      </PictureGrid>
    </div>
  );
  if (!mayAdd) return grid;
  return (
    <PictureUploader
      uploadPicture={uploadPicture}
      onUploaded={({ fileName }) => {
        toast(`“${fileName || '这张图片'}”已在图片库里。请打开它，补上替代文字和署名。`);
        router.refresh();
      }}
    >
      {grid}
    </PictureUploader>
  );
}
