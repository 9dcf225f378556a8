import Link from 'next/link';
import { Fragment } from 'react';
import { ReviewLines } from '@/components/desk/queue/review-lines';
import { StatusBadge } from '@/components/desk/status-badge';
import { cellClass, Table } from '@/components/ui/table';
import type { QueueRow } from '@/features/queue/queue-row';
import { formatDateTime } from '@/lib/dates';
import { type Queue, queueLabels } from '@/lib/queue';
import { formatRelative } from '@/lib/relative-time';

type QueueTableProps = { queue: Queue; rows: readonly QueueRow[]; now: Date };

/** Articles, a dense line each. The link of a line is what the keys j and k go through. */
export function QueueTable({ queue, rows, now }: QueueTableProps) {
  const timeHead = queue === 'today' ? '发布' : '最后修改';
  return (
    <Table label={queueLabels[queue]} heads={['编号', '标题', '栏目', '状态', '人员', '字数', timeHead]}>
      {rows.map((row) => (
        <tr key={row.id} className="hover:bg-tint has-[a:focus-visible]:bg-tint">
          <td className={`${cellClass} text-right text-muted tabular-nums`}>{row.id}</td>
          <TitleCell {...row} />
          <td className={`${cellClass} text-muted`}>
            <SectionLine line={row.sectionLine} />
          </td>
          <StatusCell {...row} now={now} />
          <PeopleCell {...row} />
          <td className={`${cellClass} text-right tabular-nums`}>{row.characterCount}</td>
          <td className={`${cellClass} whitespace-nowrap`}>
            <Age instant={queue === 'today' && row.publishedAt ? row.publishedAt : row.updatedAt} now={now} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function TitleCell({ id, headline, kicker, openBy, review }: QueueRow) {
  return (
    <td className={`${cellClass} min-w-48`}>
      {kicker !== '' && <span className="block text-[0.8125rem] text-muted">{kicker}</span>}
      <Link
        href={`/desk/articles/${id}`}
        prefetch={false}
        data-queue-line
        className={`font-medium hover:text-accent ${headline === '' ? 'text-muted' : ''}`}
      >
        {headline === '' ? '无标题' : headline}
      </Link>
      {review?.claimedBy !== undefined && (
        <span className="block text-[0.8125rem] font-medium text-accent">{review.claimedBy}在看</span>
      )}
      {openBy.length > 0 && (
        <span className="block text-[0.8125rem] text-good">
          <span aria-hidden className="mr-1.5 inline-block size-1.5 rounded-full bg-good align-middle" />
          {openBy.join('、')}正在打开
        </span>
      )}
    </td>
  );
}

/** Breaks only between sections, never within a name. */
function SectionLine({ line }: { line: string }) {
  return line.split(' > ').map((name, index) => (
    <Fragment key={index}>
      {/* The blank stands outside: within the span it would be one more place that cannot break. */}
      {index > 0 && ' '}
      <span className="whitespace-nowrap">
        {index > 0 && '> '}
        {name}
      </span>
    </Fragment>
  ));
}

function StatusCell({ status, hasWaitingChanges, scheduledAt, review, now }: QueueRow & { now: Date }) {
  return (
    <td className={`${cellClass} whitespace-nowrap`}>
      <StatusBadge status={status} />
      {hasWaitingChanges && <span className="block text-[0.8125rem]">有修改待发布</span>}
      {status === 'scheduled' && scheduledAt !== null && (
        <time dateTime={scheduledAt.toISOString()} className="block text-[0.8125rem]">
          {formatDateTime(scheduledAt)}
        </time>
      )}
      {review && <ReviewLines {...review} now={now} />}
    </td>
  );
}

function PeopleCell({ createdByName, assigneeName }: QueueRow) {
  return (
    <td className={`${cellClass} max-w-40`}>
      <span className="block truncate" title={createdByName}>
        {createdByName ?? <span className="text-muted">导入</span>}
      </span>
      {assigneeName !== undefined && (
        <span className="block truncate" title={assigneeName}>
          <span aria-hidden className="text-muted">
            →{' '}
          </span>
          <span className="sr-only">交给</span>
          {assigneeName}
        </span>
      )}
    </td>
  );
}

function Age({ instant, now }: { instant: Date; now: Date }) {
  return (
    <time dateTime={instant.toISOString()} title={formatDateTime(instant)}>
      {formatRelative(instant, now)}
    </time>
  );
}
