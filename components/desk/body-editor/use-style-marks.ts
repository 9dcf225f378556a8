'use client';

import type { Editor } from '@tiptap/core';
import { useContext, useEffect } from 'react';
import { fixFinding, showFinding, withStyleCheck } from '@/components/desk/body-editor/style-marks';
import { StyleCheckContext } from '@/components/desk/house-style/style-check-context';
import type { ContentFinding } from '@/lib/style-content';

/** What the form may do with a finding of the text. */
export type StyleMarks = {
  /** Answers false where the text went on since it was checked. */
  fixFinding: (finding: ContentFinding) => boolean;
  showFinding: (finding: ContentFinding) => void;
};

/** Keeps the marks of the text to the form's rules. */
export function useStyleMarks(editor: Editor | null): StyleMarks {
  const check = useContext(StyleCheckContext);
  const checker = check?.checker;
  const ignoredKeys = check?.ignoredKeys;
  useEffect(() => {
    if (editor === null || checker === undefined || ignoredKeys === undefined) return;
    editor.view.dispatch(withStyleCheck(editor.state, { checker, ignoredKeys }));
  }, [editor, checker, ignoredKeys]);
  return {
    fixFinding: (finding: ContentFinding) => editor !== null && fixFinding(editor, finding),
    showFinding: (finding: ContentFinding) => {
      if (editor !== null) showFinding(editor, finding);
    },
  };
}
