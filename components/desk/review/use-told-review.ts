'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { DeskReview } from '@/features/review/get-review-for-desk';

/**
 * An edit makes signatures void and its writer an author: once it is saved, what the page says of the chain is
 * asked again. `version` is the tab's own.
 */
export function useToldReview(review: DeskReview, version: number, isSaved: boolean): void {
  const router = useRouter();
  const isBehind = isSaved && version > review.version && matters(review);
  useEffect(() => {
    if (isBehind) router.refresh();
  }, [isBehind, router]);
}

/** Whether an edit changes what the page says. */
function matters({ stages, mine }: DeskReview): boolean {
  return (
    mine.review === true ||
    stages.some(({ review, proofreading }) => review !== undefined || proofreading !== undefined)
  );
}
