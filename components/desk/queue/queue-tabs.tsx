import { TabLinks } from '@/components/ui/tab-links';
import { countLabel, greatestCount, type Queue, queueLabels } from '@/lib/queue';
import { addressOf } from '@/lib/queue-question';

type QueueTabsProps = { queues: readonly Queue[]; current: Queue; counts: Record<Queue, number> };

/** The queues with how many articles lie in each. A tab leads to the whole queue, so that its number is true. */
export function QueueTabs({ queues, current, counts }: QueueTabsProps) {
  const tabs = queues.map((queue) => ({
    key: queue,
    href: addressOf({ queue }),
    label: (
      <>
        {queueLabels[queue]}
        <span className="text-[0.8125rem] font-normal tabular-nums" data-count={queue}>
          {countLabel(counts[queue])}
          <span className="sr-only">{counts[queue] > greatestCount ? ' 篇以上' : ' 篇'}</span>
        </span>
      </>
    ),
  }));
  return <TabLinks label="队列" tabs={tabs} current={current} />;
}
