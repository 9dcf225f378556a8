import { CloseReportButtons, type CloseReport } from '@/components/desk/reports/close-report-buttons';
import { ReportItem } from '@/components/desk/reports/report-item';
import type { DeskReport } from '@/features/reader-reports/list-reports';

/** Each with the way to its paragraph, where it is about one. */
export function ReportList({ reports, closeReport }: { reports: DeskReport[]; closeReport: CloseReport }) {
  if (reports.length === 0) {
    return (
      <p className="rounded-md border border-dashed border-rule p-8 text-center text-muted">这里没有来信。</p>
    );
  }
  return (
    <ul className="grid gap-3">
      {reports.map((report) => (
        <li key={report.id} className="grid gap-1.5 rounded-lg border border-rule bg-sheet p-3">
          <h2 className="font-bold">
            {report.articleId === null ? (
              '报料'
            ) : (
              <a
                href={`/desk/articles/${report.articleId}#report-${report.id}`}
                className="hover:text-accent"
              >
                纠错：{report.headline || '无标题'}
              </a>
            )}
          </h2>
          <ReportItem report={report}>
            {report.state === 'open' && <CloseReportButtons reportId={report.id} closeReport={closeReport} />}
          </ReportItem>
        </li>
      ))}
    </ul>
  );
}
