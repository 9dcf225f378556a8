'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { PictureGrid, PictureTile, tileClass } from '@/components/desk/media/picture-grid';
import { PictureUploader } from '@/components/desk/media/picture-uploader';
import type { UploadPicture } from '@/components/desk/media/upload-picture';
import { Dialog } from '@/components/ui/dialog';
import { inputClass } from '@/components/ui/field';
import type { DeskPicture } from '@/lib/picture';

type PicturePickerProps = {
  isOpen: boolean;
  onClose: () => void;
  /** The picker stays open; its owner closes it, or takes several pictures one after the other. */
  onPick: (picture: DeskPicture) => void;
  /** The newest pictures in which all words occur. May reject; then the sentence is shown. */
  listPictures: (words: string) => Promise<DeskPicture[]>;
  uploadPicture: UploadPicture;
};

/** How long typing rests before the library is asked, in milliseconds. */
const rest = 250;

/** A dialog in which an editor finds a picture of the library or uploads a new one, which is then picked. */
export function PicturePicker({ isOpen, onClose, ...body }: PicturePickerProps) {
  return (
    <Dialog title="选择图片" isOpen={isOpen} onClose={onClose} isWide>
      <PickerBody {...body} />
    </Dialog>
  );
}

type Found = { pictures: DeskPicture[] } | { message: string } | undefined;

function PickerBody({ onPick, listPictures, uploadPicture }: Omit<PicturePickerProps, 'isOpen' | 'onClose'>) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found>();
  // The owner may pass another function at each render; that is no reason to ask again.
  const ask = useEffectEvent(listPictures);
  useEffect(() => {
    let isLate = false;
    const tell = (answer: Found) => {
      if (!isLate) setFound(answer);
    };
    const timer = setTimeout(() => {
      ask(words).then(
        (pictures) => tell({ pictures }),
        () => tell({ message: '图片库暂时打不开。请检查网络后再试。' }),
      );
    }, rest);
    return () => {
      // An answer to words that were typed over must not replace that to the newer ones.
      isLate = true;
      clearTimeout(timer);
    };
  }, [words]);

  return (
    <PictureUploader uploadPicture={uploadPicture} onUploaded={onPick}>
      <input
        type="search"
        className={`${inputClass} mt-4`}
        placeholder="按替代文字、署名或文件名查找"
        aria-label="查找图片"
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        // Enter would otherwise send the form around the dialog's owner.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="mt-3 min-h-48" aria-live="polite">
        {found === undefined && <p className="text-muted">正在查找……</p>}
        {found !== undefined && 'message' in found && <p className="text-accent">{found.message}</p>}
        {found !== undefined && 'pictures' in found && (
          <FoundPictures pictures={found.pictures} onPick={onPick} isSearch={words.trim() !== ''} />
        )}
      </div>
    </PictureUploader>
  );
}

type FoundPicturesProps = {
  pictures: DeskPicture[];
  onPick: (picture: DeskPicture) => void;
  isSearch: boolean;
};

function FoundPictures({ pictures, onPick, isSearch }: FoundPicturesProps) {
  if (pictures.length === 0) {
    return (
      <p className="text-muted">
        {isSearch ? '没有找到。请换个词，或上传新图片。' : '图片库还是空的。请先上传图片。'}
      </p>
    );
  }
  return (
    <PictureGrid>
      {pictures.map((picture) => (
        <li key={picture.id}>
          <button type="button" className={tileClass} onClick={() => onPick(picture)}>
            <PictureTile picture={picture} />
          </button>
        </li>
      ))}
    </PictureGrid>
  );
}
