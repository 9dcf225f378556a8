'use client';

import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** Several pictures that readers leaf through. */
export function GalleryBlock({ node, editor, getPos, deleteNode }: NodeViewProps) {
  const { isReadOnly, choosePicture } = useBodyEditor();
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
          <BlockButton label="加一张图" onClick={() => void add()} />
          <BlockButton label="移除图集" onClick={deleteNode} />
        </BlockButtons>
      )}
    </NodeViewWrapper>
  );
}
