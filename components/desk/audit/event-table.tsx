import Link from 'next/link';
import { StatusChange } from '@/components/desk/timeline-list';
import { cellClass, Table } from '@/components/ui/table';
import type { TimelineEvent } from '@/features/timeline/list-events';
import { formatDateTime } from '@/lib/dates';
import { timelineKindLabels } from '@/lib/timeline-kind';

/** What was done at the desk, a line each, in the order given. */
export function EventTable({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <Table label="操作记录" heads={['时间', '人员', '操作', '对象', '说明']}>
      {events.map((event) => (
        <tr key={event.id}>
          <td className={`${cellClass} whitespace-nowrap tabular-nums`}>
            <time dateTime={event.at.toISOString()}>{formatDateTime(event.at)}</time>
          </td>
          <td className={`${cellClass} whitespace-nowrap`}>{event.editorName}</td>
          <td className={`${cellClass} whitespace-nowrap`}>{timelineKindLabels[event.kind]}</td>
          <td className={`${cellClass} min-w-40 break-words`}>
            <Subject {...event} />
          </td>
          <td className={`${cellClass} break-words`}>
            {event.version !== null && `第 ${event.version} 版 `}
            <StatusChange from={event.fromStatus} to={event.toStatus} /> {event.note}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Subject({ articleId, subject }: Pick<TimelineEvent, 'articleId' | 'subject'>) {
  if (articleId === null) return subject;
  return (
    <>
      <Link
        href={`/desk/articles/${articleId}`}
        prefetch={false}
        className="underline decoration-rule underline-offset-4 hover:text-accent"
      >
        {subject === '' ? `稿件 ${articleId}` : subject}
      </Link>
      {subject !== '' && <span className="text-muted"> {articleId}</span>}
    </>
  );
}
