import type { Editor } from '@/features/access/editor';
import { type EventFilters, listEvents, type TimelineEvent } from '@/features/timeline/list-events';
import { articleStatusLabels } from '@/lib/article-status';
import { csvByteOrderMark, csvLine } from '@/lib/csv';
import { formatDateTime } from '@/lib/dates';
import { timelineKindLabels } from '@/lib/timeline-kind';

/** More rows than Excel shows comfortably; a year of a busy newsroom. The rest is asked for by days. */
const mostRows = 100_000;
const rowsPerPiece = 1000;

const heads = ['时间', '人员', '操作', '稿件编号', '对象', '原状态', '新状态', '版本', '说明'];

/**
 * The events of these filters as a CSV file in pieces, the rows and their order as on the page, the newest
 * 100,000 at most (a last line says when there are more). Permission is settled before the first piece:
 * the promise is refused with NotAllowedError, not the stream. For whoever may read the audit.
 */
export async function exportEvents(
  editor: Editor,
  filters: EventFilters,
  limits = { mostRows, rowsPerPiece },
): Promise<AsyncGenerator<string>> {
  const first = await listEvents(editor, filters, { limit: Math.min(limits.rowsPerPiece, limits.mostRows) });
  async function* pieces(): AsyncGenerator<string> {
    yield csvByteOrderMark + csvLine(heads);
    let { events, older } = first;
    let written = events.length;
    yield events.map(lineOf).join('');
    while (older !== undefined && written < limits.mostRows) {
      const limit = Math.min(limits.rowsPerPiece, limits.mostRows - written);
      ({ events, older } = await listEvents(editor, filters, { before: older, limit }));
      written += events.length;
      yield events.map(lineOf).join('');
    }
    if (older !== undefined) yield csvLine([`只导出了最新的 ${written} 条，更早的请按日期分次导出。`]);
  }
  return pieces();
}

function lineOf(event: TimelineEvent): string {
  const { at, editorName, kind, articleId, subject, fromStatus, toStatus, version, note } = event;
  return csvLine([
    formatDateTime(at),
    editorName,
    timelineKindLabels[kind],
    articleId ?? '',
    subject,
    fromStatus === null ? '' : articleStatusLabels[fromStatus],
    toStatus === null ? '' : articleStatusLabels[toStatus],
    version ?? '',
    note,
  ]);
}
