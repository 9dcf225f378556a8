import Link from 'next/link';
import type { OutboxState } from '@/features/outbox/list-outbox';

const labels: Record<OutboxState, string> = { waiting: '等待', failed: '失败', done: '完成' };

export function DeliveryTabs({
  current,
  counts,
}: {
  current: OutboxState;
  counts: Record<OutboxState, number>;
}) {
  return (
    <nav aria-label="推送情况" className="mb-4 flex gap-x-1 overflow-x-auto border-b border-rule">
      {(['waiting', 'failed', 'done'] as const).map((state) => (
        <Link
          key={state}
          href={`/desk/push?state=${state}`}
          prefetch={false}
          aria-current={state === current ? 'page' : undefined}
          className="-mb-px shrink-0 border-b-2 border-transparent px-2.5 py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
        >
          {labels[state]} <span className="tabular-nums">{counts[state]}</span>
        </Link>
      ))}
    </nav>
  );
}
