import { TabLinks } from '@/components/ui/tab-links';
import type { OutboxState } from '@/features/outbox/list-outbox';

const labels: Record<OutboxState, string> = { waiting: '等待', failed: '失败', done: '完成' };

type DeliveryTabsProps = { current: OutboxState; counts: Record<OutboxState, number> };

export function DeliveryTabs({ current, counts }: DeliveryTabsProps) {
  const tabs = (['waiting', 'failed', 'done'] as const).map((state) => ({
    key: state,
    href: `/desk/push?state=${state}`,
    label: (
      <>
        {labels[state]} <span className="tabular-nums">{counts[state]}</span>
      </>
    ),
  }));
  return <TabLinks label="推送情况" tabs={tabs} current={current} />;
}
