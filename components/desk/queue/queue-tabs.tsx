import Link from 'next/link';
import { countLabel, greatestCount, type Queue, queueLabels } from '@/lib/queue';
import { addressOf } from '@/lib/queue-question';

type QueueTabsProps = { queues: readonly Queue[]; current: Queue; counts: Record<Queue, number> };

/** The queues with how many articles lie in each. A tab leads to the whole queue, so that its number is true. */
export function QueueTabs({ queues, current, counts }: QueueTabsProps) {
  return (
    // `relative`: the words for screen readers are placed absolutely and would widen the page.
    <nav aria-label="队列" className="relative mb-3 flex gap-x-1 overflow-x-auto border-b border-rule">
      {queues.map((queue) => (
        <Link
          key={queue}
          href={addressOf({ queue })}
          prefetch={false}
          aria-current={queue === current ? 'page' : undefined}
          className="-mb-px flex shrink-0 items-baseline gap-1.5 border-b-2 border-transparent px-2.5 py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
        >
          {queueLabels[queue]}
          <span className="text-[0.8125rem] font-normal tabular-nums" data-count={queue}>
            {countLabel(counts[queue])}
            <span className="sr-only">{counts[queue] > greatestCount ? ' 篇以上' : ' 篇'}</span>
          </span>
        </Link>
      ))}
    </nav>
  );
}
