import { cellClass, Table } from '@/components/ui/table';
import type { ListedImportRun } from '@/features/archive-import/confirm/list-import-items';
import { formatDateTime } from '@/lib/dates';

const numbers = new Intl.NumberFormat('zh-CN');

/** The newest imports with what became of their files. */
export function ImportRuns({ runs }: { runs: ListedImportRun[] }) {
  return (
    <Table label="最近的导入" heads={['开始', '来源', '新增', '待发布', '已存在', '没有导入', '状态']}>
      {runs.map(({ id, sources, startedAt, endedAt, counts, reportFile }) => (
        <tr key={id}>
          <td className={`${cellClass} whitespace-nowrap`}>
            <time dateTime={startedAt.toISOString()}>{formatDateTime(startedAt)}</time>
          </td>
          <td className={`${cellClass} min-w-48 break-all`}>
            {sources.join('，')}
            <span className="block text-[0.8125rem] text-muted">报告：{reportFile}</span>
          </td>
          {[counts.added, counts.drafts, counts.known, counts.refused].map((count, index) => (
            <td key={index} className={`${cellClass} text-right tabular-nums`}>
              {numbers.format(count)}
            </td>
          ))}
          <td className={`${cellClass} whitespace-nowrap`}>{endedAt === null ? '没有做完' : '完成'}</td>
        </tr>
      ))}
    </Table>
  );
}
