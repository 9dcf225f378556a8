import type { TimelineEvent } from '@/features/timeline/list-events';
import { articleStatusLabels } from '@/lib/article-status';
import { formatDateTime } from '@/lib/dates';
import { timelineKindLabels } from '@/lib/timeline-kind';

export type TimelineListEvent = Pick<
  TimelineEvent,
  'id' | 'at' | 'editorName' | 'kind' | 'fromStatus' | 'toStatus' | 'version' | 'note'
>;

/** What happened to one article, in the order given: when, who, what, and from which state to which. */
export function TimelineList({ events }: { events: readonly TimelineListEvent[] }) {
  if (events.length === 0) return <p className="text-muted">还没有记录。</p>;
  return (
    <ol className="grid gap-2.5 border-l border-rule pl-3.5">
      {events.map((event) => (
        <li key={event.id}>
          <p>
            <span className="font-medium">{event.editorName}</span> {timelineKindLabels[event.kind]}
            {event.version !== null && <span className="text-muted">（第 {event.version} 版）</span>}
            <StatusChange from={event.fromStatus} to={event.toStatus} />
          </p>
          {event.note !== '' && <p className="break-words">{event.note}</p>}
          <p className="text-[0.8125rem] text-muted">
            <time dateTime={event.at.toISOString()}>{formatDateTime(event.at)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** `草稿 → 审核中`; nothing when the state stayed as it was. */
export function StatusChange({
  from,
  to,
}: {
  from: TimelineEvent['fromStatus'];
  to: TimelineEvent['toStatus'];
}) {
  if (to === null || from === to) return null;
  return (
    <span className="text-muted">
      {' '}
      {from !== null && `${articleStatusLabels[from]} → `}
      {articleStatusLabels[to]}
    </span>
  );
}
