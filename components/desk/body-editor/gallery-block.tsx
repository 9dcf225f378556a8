'use client';

import { useRef } from 'react';
import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { pictureFormats, useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** Several pictures that readers leaf through. */
export function GalleryBlock({ node, editor, getPos, deleteNode }: NodeViewProps) {
  const { isReadOnly, choosePicture, insertFiles } = useBodyEditor();
  const files = useRef<HTMLInputElement>(null);
  const add = async () => {
    const chosen = await choosePicture();
    const position = getPos();
    if (chosen === undefined || position === undefined) return;
    const { id: assetId, alt, credit } = chosen;
    editor.commands.insertContentAt(position + node.nodeSize - 1, {
      type: 'image',
      attrs: { assetId, alt, credit, caption: '' },
    });
  };
  return (
    <NodeViewWrapper className="gallery-block">
      <p className="block-name" contentEditable={false}>
        图集　{node.childCount} 张
      </p>
      <NodeViewContent />
      {!isReadOnly && (
        <BlockButtons>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept={pictureFormats}
            aria-label="上传图片到图集"
            onChange={(event) => {
              const position = getPos();
              const chosen = [...(event.target.files ?? [])];
              event.target.value = '';
              if (position !== undefined) insertFiles(position + node.nodeSize - 1, chosen);
            }}
          />
          <BlockButton label="从图片库添加" onClick={() => void add()} />
          <BlockButton label="上传几张图片" onClick={() => files.current?.click()} />
          <BlockButton label="移除图集" onClick={deleteNode} />
        </BlockButtons>
      )}
    </NodeViewWrapper>
  );
}
