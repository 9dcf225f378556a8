'use client';

import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** A word from the newsroom, with its label. */
export function NoteBlock({ node, updateAttributes }: NodeViewProps) {
  const { isReadOnly } = useBodyEditor();
  return (
    <NodeViewWrapper as="aside" className="note-block">
      <div contentEditable={false}>
        <input
          type="text"
          aria-label="编者按的名称"
          value={String(node.attrs.label)}
          maxLength={20}
          readOnly={isReadOnly}
          onChange={(event) => updateAttributes({ label: event.target.value })}
        />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}
