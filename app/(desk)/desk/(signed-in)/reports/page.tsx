import type { Metadata } from 'next';
import { closeReportAction } from '@/app/(desk)/desk/(signed-in)/reports/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ReportList } from '@/components/desk/reports/report-list';
import { ReportTabs } from '@/components/desk/reports/report-tabs';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listReports } from '@/features/reader-reports/list-reports';
import { reportStates } from '@/lib/reader-report';

export const metadata: Metadata = { title: '读者来信' };

export default async function ReportsPage({ searchParams }: PageProps<'/desk/reports'>) {
  const editor = await requireEditor();
  const params = await searchParams;
  const state = reportStates.find((one) => one === params.state) ?? 'open';
  const before = /^[1-9]\d{0,14}$/u.test(String(params.before)) ? Number(params.before) : undefined;
  const found = await unlessNotAllowed(() => listReports(editor, { state, before }));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const { reports, older } = found.value;
  return (
    <>
      <PageTitle title="读者来信" note="读者对稿件的纠错和报料。联系方式只供核实时使用。" />
      <ReportTabs current={state} />
      <ReportList reports={reports} closeReport={closeReportAction} />
      {older !== undefined && (
        <nav aria-label="翻页" className="mt-4">
          <ButtonLink href={`/desk/reports?state=${state}&before=${older}`}>更早</ButtonLink>
        </nav>
      )}
    </>
  );
}
