'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { Button } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/problems';

type Ending = 'answered' | 'corrected' | 'dropped';

export type CloseReport = (input: { reportId: number; state: Ending; note: string }) => Promise<ActionAnswer>;

const endings: Record<Ending, { button: string; label: string; explanation: string }> = {
  corrected: {
    button: '已改正',
    label: '说明（可不填）',
    explanation: '稿件已经改好。要告诉读者改了什么，请另外发布“更正”。',
  },
  answered: { button: '已答复', label: '答复了什么', explanation: '已经通过读者留下的联系方式答复。' },
  dropped: { button: '不采纳', label: '不采纳的原因', explanation: '核实之后不改稿件。原因记入操作记录。' },
};

/** The three ways in which a report ends. */
export function CloseReportButtons({
  reportId,
  closeReport,
}: {
  reportId: number;
  closeReport: CloseReport;
}) {
  const [asking, setAsking] = useState<Ending>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const close = (state: Ending, note: string) => {
    setAsking(undefined);
    start(async () => {
      const answer = await closeReport({ reportId, state, note }).catch((): ActionAnswer => ({
        ok: false,
        problems: [{ field: '', message: '连接不上服务器，没有完成。请检查网络后再试。' }],
      }));
      setProblems(answer.ok ? [] : answer.problems);
      if (!answer.ok) return;
      toast('已处理');
      router.refresh();
    });
  };
  return (
    <div className="grid gap-2">
      <FormProblems problems={problems} />
      <div className="flex flex-wrap gap-2">
        {(Object.keys(endings) as Ending[]).map((ending) => (
          <Button key={ending} isSmall disabled={isPending} onClick={() => setAsking(ending)}>
            {endings[ending].button}
          </Button>
        ))}
      </div>
      {asking !== undefined && (
        <ConfirmDialog
          title={endings[asking].button}
          verb="确认"
          noteLabel={endings[asking].label}
          isNoteRequired={asking !== 'corrected'}
          onConfirm={(note) => close(asking, note)}
          onClose={() => setAsking(undefined)}
        >
          <p>{endings[asking].explanation}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
