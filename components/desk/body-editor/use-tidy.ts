'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { whenNotComposing } from '@/components/desk/body-editor/fill-pictures';
import { toggleSubhead } from '@/components/desk/body-editor/subhead-commands';
import { tidyDocument } from '@/components/desk/body-editor/tidy-document';
import { useToast } from '@/components/ui/toast';
import { blockLines } from '@/lib/article-body';
import { type Suggestion, tidyBody } from '@/lib/tidy-body';

/** 一键排版: one step that one undo takes back, and what it leaves to the editor. */
export function useTidy(editor: Editor | null, onSuggestion: (suggestion: Suggestion) => boolean) {
  const [suggestions, setSuggestions] = useState<{ suggestion: Suggestion; line: string }[]>([]);
  const toast = useToast();

  const run = () => {
    if (editor === null) return;
    whenNotComposing(editor.view, () => {
      const { tr, body, suggestions: found } = tidyDocument(editor.state, tidyBody);
      if (tr !== undefined) editor.view.dispatch(tr);
      setSuggestions(
        found.map((suggestion) => ({
          suggestion,
          line: blockLines(body.content[suggestion.blockIndex]!).join(''),
        })),
      );
      toast(
        tr === undefined ? '正文已经符合排版规则，没有改动' : '已排版',
        tr === undefined ? undefined : { label: '撤销', onClick: () => editor.commands.undo() },
      );
    });
  };

  const forget = (one: Suggestion) =>
    setSuggestions((before) => before.filter(({ suggestion }) => suggestion !== one));

  const take = (one: Suggestion) => {
    const line = suggestions.find(({ suggestion }) => suggestion === one)?.line;
    forget(one);
    if (editor === null || line === undefined) return;
    const found = findLine(editor, line);
    if (found === undefined) {
      toast('这一行已经改过，请直接在正文里处理。');
    } else if (one.kind === 'subhead') {
      editor
        .chain()
        .setTextSelection({ from: found.position + 1, to: found.position + found.size - 1 })
        .unsetAllMarks()
        .setTextSelection(found.position + 1)
        .command(({ state, dispatch }) => toggleSubhead(state, dispatch, 1))
        .run();
    } else if (onSuggestion(one)) {
      editor.commands.deleteRange({ from: found.position, to: found.position + found.size });
    }
  };

  return {
    run,
    take,
    ignore: forget,
    close: () => setSuggestions([]),
    suggestions: suggestions.map(({ suggestion }) => suggestion),
  };
}

/** The text may have moved on since: a line is found again by its words. */
function findLine(editor: Editor, line: string): { position: number; size: number } | undefined {
  let found: { position: number; size: number } | undefined;
  editor.state.doc.forEach((node, position) => {
    if (found !== undefined || node.type.name !== 'paragraph') return;
    if (node.textBetween(0, node.content.size, '\n', '\n') !== line) return;
    found = { position, size: node.nodeSize };
  });
  return found;
}
