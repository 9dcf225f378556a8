'use client';

import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';
import { cellClass, Table } from '@/components/ui/table';
import type { ListedOutboxRow } from '@/features/outbox/list-outbox';
import { formatDateTime } from '@/lib/dates';
import { outboxKindLabels } from '@/lib/outbox-kind';

type DeliveryTableProps = {
  rows: ListedOutboxRow[];
  retry: (input: { deliveryId: number }) => Promise<ActionAnswer>;
};

/** What was told to whom, with the last answer; what was given up can be tried again. */
export function DeliveryTable({ rows, retry }: DeliveryTableProps) {
  const { act, refusal, isPending } = useAct();
  if (rows.length === 0) {
    return (
      <p className="rounded-md border border-dashed border-rule p-8 text-center text-muted">这里没有推送。</p>
    );
  }
  return (
    <>
      <FormProblems problems={refusal} />
      <Table label="推送" heads={['对象', '内容', '次数', '时间', '对方的回答', '']}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${cellClass} whitespace-nowrap`}>{outboxKindLabels[row.kind]}</td>
            <td className={`${cellClass} break-all`}>{row.subject}</td>
            <td className={`${cellClass} tabular-nums`}>{row.attempts}</td>
            <td className={`${cellClass} whitespace-nowrap tabular-nums`}>
              {row.state === 'waiting'
                ? `${formatDateTime(row.dueAt)} 再推`
                : formatDateTime(row.endedAt ?? row.createdAt)}
            </td>
            <td className={`${cellClass} min-w-40 break-all`}>{row.lastAnswer}</td>
            <td className={cellClass}>
              {row.state === 'failed' && (
                <Button
                  isSmall
                  disabled={isPending}
                  onClick={() => act({ perform: () => retry({ deliveryId: row.id }), done: '已重新排队' })}
                >
                  重试
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
