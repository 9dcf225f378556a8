'use client';

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useRef } from 'react';
import type { WaitingState } from '@/components/desk/body-editor/body-nodes';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** Where a picture will stand: being sent, refused with the reason, or to be fetched by hand. */
export function WaitingPictureBlock({ node, deleteNode }: NodeViewProps) {
  const { progress, retry, uploadInto } = useBodyEditor();
  const file = useRef<HTMLInputElement>(null);
  const { key, state, words } = node.attrs as { key: string; state: WaitingState; words: string };
  const share = Math.round((progress.get(key) ?? 0) * 100);
  return (
    <NodeViewWrapper className="waiting-picture" contentEditable={false}>
      {state === 'uploading' && (
        <>
          <p role="status">正在上传图片…… {share}%</p>
          <progress max={100} value={share} aria-label="上传进度" />
        </>
      )}
      {state === 'failed' && <p role="alert">{words}</p>}
      {state === 'missing' && <p>缺图：{words || '原文的图片没有带过来'}</p>}
      <BlockButtons>
        {state === 'failed' && <BlockButton label="再试" onClick={() => retry(key)} />}
        {state !== 'uploading' && (
          <>
            <input
              ref={file}
              type="file"
              hidden
              accept="image/jpeg,image/png,image/webp,image/gif"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen !== undefined) uploadInto(key, chosen);
              }}
            />
            <BlockButton label="上传图片" onClick={() => file.current?.click()} />
          </>
        )}
        <BlockButton label={state === 'uploading' ? '取消' : '移除'} onClick={deleteNode} />
      </BlockButtons>
    </NodeViewWrapper>
  );
}
