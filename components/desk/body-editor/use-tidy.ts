'use client';

import type { Editor } from '@tiptap/core';
import { Node as DocumentNode } from '@tiptap/pm/model';
import { useState } from 'react';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { toggleSubhead } from '@/components/desk/body-editor/subhead-commands';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { blockLines } from '@/lib/article-body';
import { useToast } from '@/components/ui/toast';
import { type Suggestion, tidyBody } from '@/lib/tidy-body';

/** 一键排版: one step that one undo takes back, and what it leaves to the editor. */
export function useTidy(editor: Editor | null, onSuggestion: (suggestion: Suggestion) => boolean) {
  const [suggestions, setSuggestions] = useState<{ suggestion: Suggestion; line: string }[]>([]);
  const toast = useToast();

  const run = () => {
    if (editor === null) return;
    if (hasWaiting(editor)) {
      toast('还有图片没有上传完，请稍后再排版。');
      return;
    }
    const before = toArticleBody(editor.state.doc);
    const { body, suggestions: found } = tidyBody(before);
    const isSame = JSON.stringify(body) === JSON.stringify(before);
    if (!isSame) {
      const document = DocumentNode.fromJSON(editor.schema, fromArticleBody(body));
      const { tr, doc } = editor.state;
      editor.view.dispatch(
        tr.replaceWith(0, doc.content.size, document.content).setMeta('addToHistory', true),
      );
    }
    setSuggestions(
      found.map((suggestion) => ({
        suggestion,
        line: blockLines(body.content[suggestion.blockIndex]!).join(''),
      })),
    );
    toast(
      isSame ? '正文已经符合排版规则，没有改动' : '已排版',
      isSame ? undefined : { label: '撤销', onClick: () => editor.commands.undo() },
    );
  };

  const forget = (one: Suggestion) =>
    setSuggestions((before) => before.filter(({ suggestion }) => suggestion !== one));

  const take = (one: Suggestion) => {
    const line = suggestions.find(({ suggestion }) => suggestion === one)?.line;
    forget(one);
    if (editor === null || line === undefined) return;
    // The text may have moved on since: the line is found again by its words.
    const found = findLine(editor, line);
    if (found === undefined) return;
    if (one.kind === 'subhead') {
      editor.commands.setTextSelection(found.position + 1);
      editor.chain().selectParentNode().unsetAllMarks().run();
      editor.commands.setTextSelection(found.position + 1);
      toggleSubhead(editor.state, editor.view.dispatch.bind(editor.view), 1);
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

function findLine(editor: Editor, line: string): { position: number; size: number } | undefined {
  let found: { position: number; size: number } | undefined;
  editor.state.doc.forEach((node, position) => {
    if (found === undefined && node.type.name === 'paragraph' && node.textContent === line) {
      found = { position, size: node.nodeSize };
    }
  });
  return found;
}

function hasWaiting(editor: Editor): boolean {
  return editor.state.doc.content.content.some((node) => node.type.name === 'waitingPicture');
}
