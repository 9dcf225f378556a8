'use client';

import { useEffect, useState } from 'react';

/** Sent to the window when notices were marked as seen. */
export const noticesSeen = 'chengxun:notices-seen';

const pause = 20_000;

/**
 * How many notices are new, in the navigation of every page. Asked by the browser and not by the layout: a
 * question more before a page would let the order in which it arrives tell of drafts.
 */
export function UnseenCount() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/desk/notices/unseen', { cache: 'no-store' }).catch(() => undefined);
      if (answer?.ok === true) setCount((await answer.json()) as number);
    };
    const look = () => void ask();
    look();
    const timer = setInterval(look, pause);
    addEventListener(noticesSeen, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener(noticesSeen, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  if (count === 0) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-[0.75rem] leading-5 font-bold text-paper tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> 条新通知</span>
    </span>
  );
}
