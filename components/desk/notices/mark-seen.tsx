'use client';

import { useEffect, useEffectEvent } from 'react';
import { noticesSeen } from '@/components/desk/notices/unseen-count';

type MarkSeenProps = { upTo: number; markSeen: (input: { upTo: number }) => Promise<unknown> };

/** The page was looked at for two seconds: what it showed is no news any more. It stays marked until it is left. */
export function MarkSeen({ upTo, markSeen }: MarkSeenProps) {
  const mark = useEffectEvent(async () => {
    await markSeen({ upTo }).catch(() => undefined);
    dispatchEvent(new Event(noticesSeen));
  });
  useEffect(() => {
    const timer = setTimeout(() => void mark(), 2000);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
