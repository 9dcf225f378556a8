'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import type { Presence } from '@/features/articles/open-articles';

/** How often the tab says that it is open, in milliseconds; the server forgets it after half a minute. */
const beat = 5000;

/** Who else has the article open. Asks while the tab is visible, and says when it is left. */
export function usePresence(
  { keepOpen, close }: Pick<ArticleActions, 'keepOpen' | 'close'>,
  articleId: number,
  tab: string,
  onTakenOver: () => void,
): { presence: Presence | undefined; setPresence: (presence: Presence) => void } {
  const [presence, setPresence] = useState<Presence>();
  const ask = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden' && presence !== undefined) return;
    // Without an answer nothing is known that is not shown already.
    const answer = await keepOpen({ articleId, tab }).catch(() => undefined);
    if (answer?.ok !== true) return;
    setPresence(answer.value);
    if (answer.value.takenOverBy !== undefined) onTakenOver();
  });
  const leave = useEffectEvent(() => {
    void close({ articleId, tab }).catch(() => undefined);
  });
  useEffect(() => {
    const first = setTimeout(() => void ask());
    const timer = setInterval(() => void ask(), beat);
    const askAgain = () => void ask();
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askAgain);
      leave();
    };
  }, []);
  return { presence, setPresence };
}
