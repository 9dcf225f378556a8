'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ReviewActions } from '@/components/desk/review/review-actions';
import type { DeskReview } from '@/features/review/get-review-for-desk';

type Claim = DeskReview['claim'];
type Answer = { articleId: number; name: string; isSelf: boolean }[];

/** How often the page asks who is at it, in milliseconds: others are to see a claim within two seconds. */
const beat = 1500;
/** How often the own claim is renewed; the server forgets it after half a minute. */
const renewal = 10_000;

/** 我在看: who says so of this article now, and the way to say it and to stop. */
export function useClaim(
  { claim, releaseClaim }: Pick<ReviewActions, 'claim' | 'releaseClaim'>,
  articleId: number,
  tab: string,
  shown: Claim,
): { claim: Claim; isMine: boolean; toggle: () => Promise<string | undefined> } {
  const [known, setKnown] = useState<Claim>(shown);
  const [isMine, setMine] = useState(false);
  const ask = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    // Without an answer nothing is known that is not shown already.
    const answer = await fetch('/desk/review-claims', { cache: 'no-store' }).catch(() => undefined);
    if (!answer?.ok) return;
    const claims = (await answer.json().catch(() => [])) as Answer;
    setKnown(claims.find((one) => one.articleId === articleId));
  });
  const renew = useEffectEvent(async () => {
    if (!isMine) return;
    const answer = await claim({ articleId, tab }).catch(() => undefined);
    if (answer?.ok === false) setMine(false);
  });
  const leave = useEffectEvent(() => {
    if (isMine) void releaseClaim({ articleId, tab }).catch(() => undefined);
  });
  useEffect(() => {
    const asking = setInterval(() => void ask(), beat);
    const renewing = setInterval(() => void renew(), renewal);
    return () => {
      clearInterval(asking);
      clearInterval(renewing);
      leave();
    };
  }, []);
  /** Answers why it was refused. */
  const toggle = async () => {
    const answer = await (isMine ? releaseClaim : claim)({ articleId, tab }).catch(() => undefined);
    if (answer === undefined) return '连接不上服务器，请检查网络后再试。';
    if (!answer.ok) return answer.problems[0]?.message;
    setMine(!isMine);
    await ask();
    return undefined;
  };
  return { claim: known, isMine, toggle };
}
