'use client';

import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { type BlockMark, showMarks } from '@/components/desk/body-editor/marked-blocks';

const none: readonly BlockMark[] = [];

/** Shows what reviewers said at the paragraphs. The list is to be the same object until it changes. */
export function useMarks(editor: Editor | null, marks: readonly BlockMark[] = none): void {
  useEffect(() => {
    if (editor !== null) showMarks(editor, marks);
  }, [editor, marks]);
}
