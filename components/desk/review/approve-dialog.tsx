'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { proofreadingLabels, type ReviewStage, reviewStageLabels } from '@/lib/review-stage';

export type Approval = { opinion: string; withProofreading: boolean; andPublish: boolean };

type ApproveDialogProps = {
  stage: ReviewStage;
  onBehalfOf: string | undefined;
  canProofread: boolean;
  /** Somebody has signed the stage's proofreading already. */
  isProofread: boolean;
  /** Only with 签发, for whoever may publish. */
  canPublish: boolean;
  onApprove: (approval: Approval) => void;
  onClose: () => void;
};

/** Asks for an opinion before a stage is signed. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { stage, onBehalfOf, canProofread, isProofread, canPublish, onApprove, onClose } = props;
  const [opinion, setOpinion] = useState('');
  const [withProofreading, setProofreading] = useState(canProofread);
  const [andPublish, setPublish] = useState(canPublish);
  const isFinal = stage === 'final';
  return (
    <Dialog title={isFinal ? '签发稿件' : `${reviewStageLabels[stage]}通过`} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <p>
          您的姓名、时间和意见会记在这一版文字的审签单上{onBehalfOf && `，写明代${onBehalfOf}审`}
          。之后改动一个字，前面的审核全部作废。
        </p>
        <TextArea
          label="意见"
          name="opinion"
          maxLength={500}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
        {canProofread && (
          <Tick isOn={withProofreading} onChange={setProofreading}>
            同时完成{proofreadingLabels[stage]}
          </Tick>
        )}
        {canPublish && (
          <Tick isOn={andPublish} onChange={setPublish}>
            签发后马上发布，读者立刻看到这一版
          </Tick>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button
            look="primary"
            onClick={() =>
              onApprove({
                opinion,
                withProofreading,
                andPublish: andPublish && (withProofreading || isProofread),
              })
            }
          >
            {isFinal ? '确认签发' : '确认通过'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Tick({
  isOn,
  onChange,
  children,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: React.ReactNode;
}) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        className="mt-1 accent-accent"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
