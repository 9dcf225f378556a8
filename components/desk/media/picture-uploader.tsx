'use client';

import { ImageUp, X } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { UploadPicture } from '@/components/desk/media/upload-picture';
import { type PendingUpload, useUploadQueue } from '@/components/desk/media/use-upload-queue';
import { Button } from '@/components/ui/button';
import type { DeskPicture } from '@/lib/picture';

type PictureUploaderProps = {
  uploadPicture: UploadPicture;
  onUploaded: (picture: DeskPicture) => void;
  /** Drawn below the drop zone; files may be dropped and pasted there, too. */
  children?: ReactNode;
};

const accepted = 'image/jpeg,image/png,image/webp,image/gif';

/** Takes pictures by button, by drop and by paste, several at a time, and shows how far each is. */
export function PictureUploader({ uploadPicture, onUploaded, children }: PictureUploaderProps) {
  const { uploads, add, dismiss } = useUploadQueue(uploadPicture, onUploaded);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function take(event: DragEvent | ClipboardEvent, files: FileList): void {
    if (files.length === 0) return;
    event.preventDefault();
    add([...files]);
  }
  return (
    <div
      onPaste={(event) => take(event, event.clipboardData.files)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        // Without this the browser would leave the page and open the file.
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        setIsOver(false);
        take(event, event.dataTransfer.files);
      }}
    >
      <div
        className={`flex flex-wrap items-center gap-3 rounded-md border border-dashed px-4 py-3 ${isOver ? 'border-accent bg-tint' : 'border-rule'}`}
      >
        <input
          ref={input}
          type="file"
          accept={accepted}
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label="选择要上传的图片"
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            // So that the same file can be chosen once more after a failure.
            currentTarget.value = '';
          }}
        />
        <Button look="primary" onClick={() => input.current?.click()}>
          <ImageUp size={16} aria-hidden />
          上传图片
        </Button>
        <p className="text-[0.8125rem] text-muted">
          也可以把图片拖到这里，或复制后在此粘贴。支持 JPEG、PNG、WebP、GIF，每张不超过 20 MB。
        </p>
      </div>
      <div aria-live="polite">
        {uploads.length > 0 && (
          <ul className="mt-2 grid gap-1">
            {uploads.map((upload) => (
              <UploadLine key={upload.key} upload={upload} onDismiss={() => dismiss(upload.key)} />
            ))}
          </ul>
        )}
      </div>
      {children}
    </div>
  );
}

function UploadLine({ upload, onDismiss }: { upload: PendingUpload; onDismiss: () => void }) {
  const { name, share, message } = upload;
  if (message !== undefined) {
    return (
      <li className="flex items-center gap-2 rounded-md bg-tint px-3 py-1.5">
        <span className="min-w-0 grow text-accent">
          <span className="font-medium break-all">{name}</span>：{message}
        </span>
        <button
          type="button"
          className="rounded p-1 text-muted hover:text-ink"
          aria-label={`不再显示 ${name}`}
          onClick={onDismiss}
        >
          <X size={16} aria-hidden />
        </button>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-3 px-3 py-1">
      <span className="min-w-0 grow truncate">{name}</span>
      <progress className="w-32" value={share} max={1} aria-label={`${name} 的上传进度`} />
      <span className="w-16 text-right text-[0.8125rem] text-muted">
        {share < 1 ? `${Math.floor(share * 100)}%` : '处理中…'}
      </span>
    </li>
  );
}
