'use client';

import { useEffect, useEffectEvent } from 'react';
import { Panel } from '@/components/desk/article-form/panel';
import { CloseReportButtons, type CloseReport } from '@/components/desk/reports/close-report-buttons';
import { ReportItem } from '@/components/desk/reports/report-item';
import { Button } from '@/components/ui/button';
import type { DeskReport } from '@/features/reader-reports/list-reports';

type ReportsPanelProps = {
  reports: DeskReport[];
  closeReport: CloseReport;
  /** Puts the cursor into a block of the body, counted from 0. */
  onShowBlock: (index: number) => void;
};

/** What readers have reported about the article; `#report-7` in the address opens it at the paragraph. */
export function ReportsPanel({ reports, closeReport, onShowBlock }: ReportsPanelProps) {
  const showNamed = useEffectEvent(() => {
    const named = reports.find(({ id }) => location.hash === `#report-${id}`);
    if (named !== undefined && named.blockIndex !== null) onShowBlock(named.blockIndex);
  });
  useEffect(() => {
    // The editor of the body is made after this panel.
    const later = setTimeout(() => showNamed(), 300);
    return () => clearTimeout(later);
  }, []);
  if (reports.length === 0) return null;
  return (
    <Panel title={`读者纠错（${reports.length}）`}>
      {reports.map((report) => (
        <div key={report.id} id={`report-${report.id}`} className="grid gap-1.5">
          <ReportItem report={report}>
            <div className="flex flex-wrap items-start gap-2">
              {report.blockIndex !== null && (
                <Button isSmall look="quiet" onClick={() => onShowBlock(report.blockIndex!)}>
                  看这一段
                </Button>
              )}
              <CloseReportButtons reportId={report.id} closeReport={closeReport} />
            </div>
          </ReportItem>
        </div>
      ))}
    </Panel>
  );
}
