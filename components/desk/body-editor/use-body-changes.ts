'use client';

import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useEffectEvent, useRef } from 'react';
import { whenNotComposing } from '@/components/desk/body-editor/fill-pictures';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import type { ArticleBody } from '@/lib/article-body';

/** A change is told this long after it, in milliseconds: a body of 30,000 characters is not read at each key. */
const rest = 250;

/** Who types without a pause is heard at latest after this many milliseconds. */
const longestWait = 1000;

/**
 * Tells a changed body once the writing rests, and what is still untold when the editor goes away. While an
 * input method composes, its letters are no text yet: the body is told with the finished word.
 */
export function useBodyChanges(tell: (body: ArticleBody, doc: Node) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<{ editor: Editor; since: number }>(undefined);

  const forget = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
  };
  const tellNow = useEffectEvent((isLast: boolean) => {
    if (pending.current === undefined) return;
    const { editor } = pending.current;
    const tellIt = () => {
      forget();
      tell(toArticleBody(editor.state.doc), editor.state.doc);
    };
    if (isLast) tellIt();
    else whenNotComposing(editor.view, tellIt);
  });
  const noteChange = (editor: Editor) => {
    const now = Date.now();
    pending.current = { editor, since: pending.current?.since ?? now };
    const wait = Math.max(0, Math.min(rest, pending.current.since + longestWait - now));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tellNow(false), wait);
  };
  useEffect(() => () => tellNow(true), []);

  return { noteChange, forget };
}
