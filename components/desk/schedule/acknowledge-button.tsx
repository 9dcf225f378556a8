'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';

type AcknowledgeButtonProps = {
  articleId: number;
  scheduleId: number;
  acknowledge: (input: unknown) => Promise<{ ok: boolean }>;
};

export function AcknowledgeButton({ articleId, scheduleId, acknowledge }: AcknowledgeButtonProps) {
  const [isPending, start] = useTransition();
  const router = useRouter();
  return (
    <Button
      isSmall
      disabled={isPending}
      onClick={() =>
        start(async () => {
          const answer = await acknowledge({ articleId, scheduleId }).catch(() => undefined);
          if (answer?.ok === true) router.refresh();
        })
      }
    >
      知道了
    </Button>
  );
}
