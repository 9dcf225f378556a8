'use client';

import { useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';

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
  const { act, refusal, isPending } = useAct();
  const close = (state: Ending, note: string) => {
    setAsking(undefined);
    act({ perform: () => closeReport({ reportId, state, note }), done: '已处理' });
  };
  return (
    <div className="grid gap-2">
      <FormProblems problems={refusal} />
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
