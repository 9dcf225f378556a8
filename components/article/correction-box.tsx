import type { Correction } from '@/features/corrections/list-corrections';
import { formatDateTime, formatWithOffset } from '@/lib/dates';

/** What the newsroom got wrong in this article, in its own words and with the day it said so. */
export function CorrectionBox({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <aside className="corrections" aria-label="更正">
      {corrections.map(({ id, text, publishedAt }) => (
        <p key={id} id={`correction-${id}`}>
          <strong>更正</strong>
          <time dateTime={formatWithOffset(publishedAt)}>{formatDateTime(publishedAt)}</time>
          {text}
        </p>
      ))}
    </aside>
  );
}
