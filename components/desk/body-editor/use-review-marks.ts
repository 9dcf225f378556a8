'use client';

import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { type BlockMark, placeOfCursor, showMarks } from '@/components/desk/body-editor/marked-blocks';
import type { MarkPlace } from '@/lib/review-marks';

export type ReviewMarks = {
  /** Where a reviewer's next mark would stand. */
  placeOfCursor: () => MarkPlace;
};

const none: readonly BlockMark[] = [];

/** Shows what reviewers said at the paragraphs. The list is to be the same object until it changes. */
export function useReviewMarks(editor: Editor | null, marks: readonly BlockMark[] = none): ReviewMarks {
  useEffect(() => {
    if (editor !== null) showMarks(editor, marks);
  }, [editor, marks]);
  return { placeOfCursor: () => placeOfCursor(editor) };
}
