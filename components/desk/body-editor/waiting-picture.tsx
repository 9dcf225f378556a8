'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { pictureFormats, useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** Where a picture will stand: being sent, refused with the reason, or to be fetched by hand. */
export function WaitingPicture({
  uploadKey,
  address,
  onRemove,
}: {
  uploadKey: string;
  address: string;
  onRemove: () => void;
}) {
  const { uploads, retry, uploadInto, fill } = useBodyEditor();
  const file = useRef<HTMLInputElement>(null);
  const upload = uploads.get(uploadKey);
  const isDone = upload?.kind === 'done';
  const fillNow = useEffectEvent(() => {
    if (upload?.kind === 'done') fill(uploadKey, upload.picture);
  });
  useEffect(() => {
    // Not within the editor's own update, which is what drew this.
    const later = isDone ? setTimeout(() => fillNow()) : undefined;
    return () => clearTimeout(later);
  }, [isDone]);
  const share = Math.round(upload?.kind === 'sending' ? upload.share * 100 : 100);
  return (
    <div className="waiting-picture">
      {(upload?.kind === 'sending' || isDone) && (
        <>
          <p>正在上传图片…… {share}%</p>
          <progress max={100} value={share} aria-label="上传进度" />
        </>
      )}
      {upload?.kind === 'failed' && <p role="alert">{upload.message}</p>}
      {upload === undefined && <p className="needed">缺图：{address || '原文的图片没有带过来'}</p>}
      <BlockButtons>
        {upload?.kind === 'failed' && <BlockButton label="再试" onClick={() => retry(uploadKey)} />}
        {(upload === undefined || upload.kind === 'failed') && (
          <>
            <input
              ref={file}
              type="file"
              hidden
              accept={pictureFormats}
              aria-label="上传图片"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen !== undefined) uploadInto(uploadKey, chosen);
              }}
            />
            <BlockButton label="上传图片" onClick={() => file.current?.click()} />
          </>
        )}
        <BlockButton label={upload?.kind === 'sending' ? '取消' : '移除'} onClick={onRemove} />
      </BlockButtons>
    </div>
  );
}
