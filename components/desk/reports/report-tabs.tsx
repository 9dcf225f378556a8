import Link from 'next/link';
import { type ReportState, reportStateLabels, reportStates } from '@/lib/reader-report';

/** What waits, and what was done with the rest. */
export function ReportTabs({ current }: { current: ReportState }) {
  return (
    <nav aria-label="处理情况" className="mb-4 flex gap-x-1 overflow-x-auto border-b border-rule">
      {reportStates.map((state) => (
        <Link
          key={state}
          href={`/desk/reports?state=${state}`}
          prefetch={false}
          aria-current={state === current ? 'page' : undefined}
          className="-mb-px shrink-0 border-b-2 border-transparent px-2.5 py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
        >
          {reportStateLabels[state]}
        </Link>
      ))}
    </nav>
  );
}
