'use client';

import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { AttributeInput } from '@/components/desk/body-editor/attribute-input';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';

/** A word from the newsroom, with its label. */
export function NoteBlock({ node, updateAttributes }: NodeViewProps) {
  const { isReadOnly } = useBodyEditor();
  return (
    <NodeViewWrapper as="aside" className="note-block">
      <div contentEditable={false}>
        <AttributeInput
          label="编者按的名称"
          value={String(node.attrs.label)}
          limit={20}
          isReadOnly={isReadOnly}
          onChange={(label) => updateAttributes({ label })}
        />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}
