'use client';

import { Panel } from '@/components/desk/article-form/panel';
import { Button } from '@/components/ui/button';
import { type DeskPicture, fallbackWidth, pictureAddress } from '@/lib/picture';

type CoverFieldProps = {
  cover: DeskPicture | undefined;
  /** Named by the text but no longer in the library. */
  isMissing: boolean;
  isReadOnly: boolean;
  onChoose: () => void;
  onRemove: () => void;
};

/** The picture that stands for the article in lists and links. */
export function CoverField({ cover, isMissing, isReadOnly, onChoose, onRemove }: CoverFieldProps) {
  return (
    <Panel title="封面图片" id="cover">
      {cover && (
        <figure className="grid gap-1">
          <img
            src={pictureAddress(cover.contentHash, fallbackWidth(cover.width), 'jpg')}
            alt={cover.alt}
            className="max-h-48 w-full rounded object-contain"
          />
          <figcaption className="text-[0.8125rem] text-muted">
            {cover.alt || '还没有替代文字'}　{cover.credit || '还没有摄影者'}
          </figcaption>
        </figure>
      )}
      {isMissing && <p className="text-accent">封面图片已不在图片库里。</p>}
      {!isReadOnly && (
        <div className="flex gap-1">
          <Button onClick={onChoose}>{cover ? '换一张' : '选择封面'}</Button>
          {(cover !== undefined || isMissing) && (
            <Button look="quiet" onClick={onRemove}>
              去掉
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}
