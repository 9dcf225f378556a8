'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/problems';

type Act = {
  perform: () => Promise<ActionAnswer<unknown>>;
  /** Said in the corner when it was done. */
  done: string;
  /** Asked first, such as saving what was typed; the act is left undone when the answer is no. */
  before?: (() => Promise<boolean>) | undefined;
  /** Instead of showing the page anew. */
  after?: (() => void) | undefined;
};

/**
 * One act of an editor after the other: performs it, says in the corner that it was done or keeps why it was
 * not, and shows the page as it is then.
 */
export function useAct() {
  const [refusal, setRefusal] = useState<Problem[]>([]);
  const [isPending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const act = ({ perform, done, before, after }: Act) =>
    start(async () => {
      if (before !== undefined && !(await before())) return;
      const answer = await perform().catch((): ActionAnswer => ({
        ok: false,
        problems: [{ field: '', message: '连接不上服务器，没有完成。请检查网络后再试。' }],
      }));
      setRefusal(answer.ok ? [] : answer.problems);
      if (!answer.ok) return;
      toast(done);
      if (after === undefined) router.refresh();
      else after();
    });
  return { act, refusal, isPending };
}
