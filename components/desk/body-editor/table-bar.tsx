'use client';

import type { Editor } from '@tiptap/core';
import { useId } from 'react';
import { AttributeInput } from '@/components/desk/body-editor/attribute-input';
import { BlockButton } from '@/components/desk/body-editor/block-buttons';

/** What can be done with the table around the cursor. */
export function TableBar({ editor, caption }: { editor: Editor; caption: string }) {
  const captionId = useId();
  const run = (command: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    command(editor.chain().focus()).run();
  return (
    <div className="table-bar" role="group" aria-label="表格">
      <label htmlFor={captionId}>表题</label>
      <AttributeInput
        id={captionId}
        value={caption}
        limit={200}
        onChange={(words) => editor.commands.updateAttributes('table', { caption: words })}
      />
      <BlockButton label="上方加行" onClick={run((chain) => chain.addRowBefore())} />
      <BlockButton label="下方加行" onClick={run((chain) => chain.addRowAfter())} />
      <BlockButton label="删行" onClick={run((chain) => chain.deleteRow())} />
      <BlockButton label="左边加列" onClick={run((chain) => chain.addColumnBefore())} />
      <BlockButton label="右边加列" onClick={run((chain) => chain.addColumnAfter())} />
      <BlockButton label="删列" onClick={run((chain) => chain.deleteColumn())} />
      <BlockButton label="表头行" onClick={run((chain) => chain.toggleHeaderRow())} />
      <BlockButton label="合并或拆分" onClick={run((chain) => chain.mergeOrSplit())} />
      <BlockButton label="删除表格" onClick={run((chain) => chain.deleteTable())} />
    </div>
  );
}
