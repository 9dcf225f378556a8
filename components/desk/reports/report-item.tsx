import type { ReactNode } from 'react';
import type { DeskReport } from '@/features/reader-reports/list-reports';
import { formatDateTime } from '@/lib/dates';
import { reportStateLabels } from '@/lib/reader-report';

/** What a reader wrote, and what came of it. */
export function ReportItem({ report, children }: { report: DeskReport; children?: ReactNode }) {
  const { quote, text, contact, createdAt, state, closedAt, closedByName, note } = report;
  return (
    <>
      {quote && <blockquote className="border-l-4 border-rule pl-2 text-muted">原文：{quote}</blockquote>}
      <p className="break-words whitespace-pre-line">{text}</p>
      <p className="text-[0.8125rem] text-muted">
        <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt)}</time>
        {contact && <span className="ml-3 break-all">联系方式：{contact}</span>}
      </p>
      {closedAt !== null && (
        <p className="text-[0.8125rem]">
          {reportStateLabels[state]}（{closedByName}，{formatDateTime(closedAt)}）{note && `：${note}`}
        </p>
      )}
      {children}
    </>
  );
}
