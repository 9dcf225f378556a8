'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import type { Problem } from '@/lib/problems';
import type { ContentFinding } from '@/lib/style-content';

/** Asks why the words shall stay; the reason goes with the text to whoever reviews it. */
export function IgnoreDialog({
  finding,
  onIgnore,
  onClose,
}: {
  finding: ContentFinding;
  onIgnore: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const ignore = () => {
    if (reason.trim() !== '') onIgnore(reason.trim());
    else setProblems([{ field: 'reason', message: '请写明为什么保留原文。' }]);
  };
  return (
    <Dialog
      title="忽略这一处"
      description={`“${finding.before}${finding.words}${finding.after}”保留原样。理由会随稿送给审稿人。`}
      isOpen
      onClose={onClose}
    >
      <div className="grid gap-4">
        <TextField
          label="理由"
          name="reason"
          maxLength={200}
          value={reason}
          problems={problems}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            ignore();
          }}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" onClick={ignore}>
            忽略这一处
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
