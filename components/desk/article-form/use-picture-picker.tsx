'use client';

import { type ReactNode, useRef, useState } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { PicturePicker } from '@/components/desk/media/picture-picker';
import { uploadPicture } from '@/components/desk/media/upload-picture';
import type { DeskPicture } from '@/lib/picture';

/** The picture library as a question: `choose()` opens it and answers the picture, or nothing. */
export function usePicturePicker(
  listPictures: ArticleActions['listPictures'],
  onPicked: (picture: DeskPicture) => void,
): { choose: () => Promise<DeskPicture | undefined>; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<(picture: DeskPicture | undefined) => void>(() => undefined);
  const settle = (picture: DeskPicture | undefined) => {
    setOpen(false);
    if (picture !== undefined) onPicked(picture);
    answer.current(picture);
  };
  const choose = () => {
    setOpen(true);
    return new Promise<DeskPicture | undefined>((resolve) => {
      answer.current = resolve;
    });
  };
  const dialog = (
    <PicturePicker
      isOpen={isOpen}
      onClose={() => settle(undefined)}
      onPick={settle}
      listPictures={async (words) => {
        const found = await listPictures({ words }).catch(() => undefined);
        return found?.ok === true ? found.value : [];
      }}
      uploadPicture={uploadPicture}
    />
  );
  return { choose, dialog };
}
