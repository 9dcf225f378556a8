'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

const pause = 20_000;
/** Claims are to be seen within two seconds; asking for them costs a handful of rows. */
const claimPause = 1500;

/**
 * `claims` is what /desk/review-claims answered for this page. Asks every 20 seconds, while the page can be seen, whether counts or lines have changed, and only then has
 * them drawn again; focus, scroll and what stands in the filter form stay. The question goes by fetch and not
 * by router.refresh(): when that finds no server it leaves the page for the browser's own error page.
 */
export function QueueWatch({ mark, address, claims }: { mark: string; address: string; claims: string }) {
  const router = useRouter();
  const ask = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
    // Without a login the page itself leads to the sign-in page; a server in trouble is asked again later.
    if (answer?.status === 401) router.refresh();
    if (answer?.ok && (await answer.text()) !== mark) router.refresh();
  });
  const askForClaims = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch('/desk/review-claims', { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok && (await answer.text()) !== claims) router.refresh();
  });
  useEffect(() => {
    const look = () => void ask();
    const timer = setInterval(look, pause);
    const claimTimer = setInterval(() => void askForClaims(), claimPause);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      clearInterval(claimTimer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return null;
}
