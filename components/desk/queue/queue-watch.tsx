'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

const pause = 20_000;

/**
 * Asks every 20 seconds, while the page can be seen, whether counts or lines have changed, and only then has
 * them drawn again; focus, scroll and what stands in the filter form stay. The question goes by fetch and not
 * by router.refresh(): when that finds no server it leaves the page for the browser's own error page.
 */
export function QueueWatch({ mark, address }: { mark: string; address: string }) {
  const router = useRouter();
  const ask = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
    // Without a login the page itself leads to the sign-in page; a server in trouble is asked again later.
    if (answer?.status === 401) router.refresh();
    if (answer?.ok && (await answer.text()) !== mark) router.refresh();
  });
  useEffect(() => {
    const look = () => void ask();
    const timer = setInterval(look, pause);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return null;
}
