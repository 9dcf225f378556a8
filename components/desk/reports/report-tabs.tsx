import { TabLinks } from '@/components/ui/tab-links';
import { type ReportState, reportStateLabels, reportStates } from '@/lib/reader-report';

/** What waits, and what was done with the rest. */
export function ReportTabs({ current }: { current: ReportState }) {
  const tabs = reportStates.map((state) => ({
    key: state,
    href: `/desk/reports?state=${state}`,
    label: reportStateLabels[state],
  }));
  return <TabLinks label="处理情况" tabs={tabs} current={current} />;
}
