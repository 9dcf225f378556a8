'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { DraftKeeper, type SaveState } from '@/components/desk/article-form/draft-keeper';
import {
  dropLocalCopy,
  keepLocalCopy,
  listLocalCopies,
  type LocalCopy,
} from '@/components/desk/article-form/local-copies';
import { listOpenTabs } from '@/components/desk/article-form/use-own-tab';
import type { ArticleContent } from '@/lib/article-content';

type Options = {
  articleId: number;
  editorId: number;
  tab: string;
  version: number;
  content: ArticleContent;
  save: ArticleActions['save'];
};

/** One keeper for as long as the form is open, and what it says. */
export function useDraftKeeper(options: Options): { keeper: DraftKeeper; state: SaveState } {
  const [keeper] = useState(() => {
    const { articleId, editorId, tab, version, content, save } = options;
    return new DraftKeeper({
      version,
      content,
      send: (request) => save({ articleId, tab, ...request }),
      keepCopy: (copy) => keepLocalCopy(localStorage, editorId, { articleId, tab, at: Date.now(), ...copy }),
      dropCopy: () => dropLocalCopy(localStorage, editorId, articleId, tab),
    });
  });
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState, keeper.getState);
  useEffect(() => {
    const retry = () => keeper.retry();
    const warn = (event: BeforeUnloadEvent) => {
      if (!keeper.isSafe) event.preventDefault();
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
      keeper.dispose();
    };
  }, [keeper]);
  return { keeper, state };
}

/** Texts of this article that closed tabs left on this computer and the server does not have. */
export function useLeftCopies(options: Options): { copies: LocalCopy[]; drop: (copy: LocalCopy) => void } {
  const [copies, setCopies] = useState<LocalCopy[]>([]);
  const { articleId, editorId, tab } = options;
  const known = useRef(JSON.stringify(options.content));
  useEffect(() => {
    void listOpenTabs().then((open) => {
      const left = listLocalCopies(localStorage, editorId, articleId).filter(
        (copy) => copy.tab === tab || !open.has(copy.tab),
      );
      const isKnown = (copy: LocalCopy) => JSON.stringify(copy.content) === known.current;
      for (const copy of left.filter(isKnown)) dropLocalCopy(localStorage, editorId, articleId, copy.tab);
      setCopies(left.filter((copy) => !isKnown(copy)));
    });
  }, [articleId, editorId, tab]);
  const drop = (copy: LocalCopy) => {
    dropLocalCopy(localStorage, editorId, articleId, copy.tab);
    setCopies((before) => before.filter((one) => one !== copy));
  };
  return { copies, drop };
}
