'use client';

import { useState } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { Panel } from '@/components/desk/article-form/panel';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { FormProblems } from '@/components/ui/field';
import type { Correction } from '@/features/corrections/list-corrections';
import { formatDateTime } from '@/lib/dates';

type CorrectionsPanelProps = {
  articleId: number;
  corrections: Correction[];
  mayRemove: boolean;
  removeCorrection: ArticleActions['removeCorrection'];
};

/** The corrections readers see on the article; one that was wrong itself can be taken back. */
export function CorrectionsPanel(props: CorrectionsPanelProps) {
  const { articleId, corrections, mayRemove, removeCorrection } = props;
  const [removing, setRemoving] = useState<number>();
  const { act, refusal } = useAct();
  if (corrections.length === 0) return null;
  const remove = (correctionId: number, note: string) => {
    setRemoving(undefined);
    act({
      perform: () => removeCorrection({ articleId, correctionId, note }),
      done: '已取消更正，读者不再看到',
    });
  };
  return (
    <Panel title="更正">
      <ul className="grid gap-2">
        {corrections.map(({ id, text, publishedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-2">
            <time dateTime={publishedAt.toISOString()} className="text-muted">
              {formatDateTime(publishedAt)}
            </time>
            <span className="min-w-40 grow">{text}</span>
            {mayRemove && (
              <Button look="quiet" onClick={() => setRemoving(id)}>
                取消更正
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormProblems problems={refusal} />
      {removing !== undefined && (
        <ConfirmDialog
          title="取消更正"
          verb="确认取消更正"
          noteLabel="取消的原因（记入操作记录）"
          isNoteRequired
          isDanger
          onConfirm={(note) => remove(removing, note)}
          onClose={() => setRemoving(undefined)}
        >
          <p>这条更正从稿件和更正列表上消失，操作记录保留全文。</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
