import Link from 'next/link';
import { StatusBadge } from '@/components/desk/status-badge';
import { cellClass, Table } from '@/components/ui/table';
import type { QueueRow } from '@/features/queue/queue-row';
import { formatDateTime } from '@/lib/dates';
import { formatRelative } from '@/lib/relative-time';

type QueueTableProps = {
  /** The name of the queue. */
  label: string;
  rows: readonly QueueRow[];
  now: Date;
};

/** Articles, a dense line each. The link of a line is what the keys j and k go through. */
export function QueueTable({ label, rows, now }: QueueTableProps) {
  return (
    <Table label={label} heads={['标题', '栏目', '状态', '人员', '字数', '最后修改', '正在打开']}>
      {rows.map((row) => (
        <QueueLine key={row.id} row={row} now={now} />
      ))}
    </Table>
  );
}

const nowrap = `${cellClass} whitespace-nowrap`;

function QueueLine({ row, now }: { row: QueueRow; now: Date }) {
  const { createdByName, assigneeName, status, scheduledAt } = row;
  return (
    <tr className="hover:bg-tint has-[a:focus-visible]:bg-tint">
      <td className={`${cellClass} min-w-60`}>
        {row.kicker !== '' && <span className="block text-[0.8125rem] text-muted">{row.kicker}</span>}
        <Link
          href={`/desk/articles/${row.id}`}
          prefetch={false}
          data-queue-line
          className={`font-medium hover:text-accent ${row.headline === '' ? 'text-muted' : ''}`}
        >
          {row.headline === '' ? '无标题' : row.headline}
        </Link>
        <span className="ml-2 text-[0.8125rem] text-muted tabular-nums">#{row.id}</span>
      </td>
      <td className={`${cellClass} min-w-24 text-muted`}>{row.sectionLine}</td>
      <td className={cellClass}>
        <StatusBadge status={status} hasChanges={row.hasWaitingChanges} />
        {status === 'scheduled' && scheduledAt !== null && (
          <time dateTime={scheduledAt.toISOString()} className="mt-0.5 block text-[0.8125rem] text-muted">
            {formatDateTime(scheduledAt)}
          </time>
        )}
      </td>
      <td className={cellClass}>
        {createdByName ?? <span className="text-muted">导入</span>}
        {assigneeName !== undefined && (
          <span className="whitespace-nowrap">
            <span aria-hidden className="text-muted">
              {' → '}
            </span>
            <span className="sr-only">，交给</span>
            {assigneeName}
          </span>
        )}
      </td>
      <td className={`${nowrap} text-right tabular-nums`}>{row.characterCount}</td>
      <td className={nowrap}>
        <time dateTime={row.updatedAt.toISOString()} title={formatDateTime(row.updatedAt)}>
          {formatRelative(row.updatedAt, now)}
        </time>
      </td>
      <td className={`${cellClass} text-good`}>{row.openBy.join('、')}</td>
    </tr>
  );
}
