import type { RowReview } from '@/features/queue/queue-row';
import { formatDateTime } from '@/lib/dates';
import { formatRelative } from '@/lib/relative-time';
import { reviewStageLabels } from '@/lib/review-stage';

/** Where an article stands in its chain and since when; what is late or live before its review stands in red. */
export function ReviewLines({
  stage,
  importance,
  sentAt,
  dueAt,
  returnedAt,
  isUnreviewed,
  now,
}: RowReview & { now: Date }) {
  const small = 'block text-[0.8125rem]';
  const isLate = stage !== null && dueAt !== null && dueAt < now;
  return (
    <>
      {isUnreviewed && (
        <span className={`${small} font-bold text-accent`}>
          先发后审，{stage === null ? '待送审' : '未审完'}
        </span>
      )}
      {stage !== null && (
        <span className={small}>
          {stage === 'done' ? '已签发，待发布' : `待${reviewStageLabels[stage]}`}
          {sentAt !== null && <span className="text-muted">，{formatRelative(sentAt, now)}送审</span>}
        </span>
      )}
      {stage === null && returnedAt !== null && (
        <span className={`${small} text-muted`}>{formatRelative(returnedAt, now)}退回</span>
      )}
      {stage !== null && dueAt !== null && (
        <span className={`${small} ${isLate ? 'font-bold text-accent' : 'text-muted'}`}>
          {isLate ? '已超时，应在 ' : '应在 '}
          <time dateTime={dueAt.toISOString()}>{formatDateTime(dueAt).slice(5)}</time> 前
        </span>
      )}
      {importance === 'important' && <span className={`${small} font-medium`}>重要</span>}
    </>
  );
}
