'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextArea } from '@/components/ui/field';

export type Colleague = { id: number; name: string };

/** Asks whom to hand the article to. */
export function SendDialog({
  colleagues,
  onSend,
  onClose,
}: {
  colleagues: Colleague[];
  onSend: (assigneeId: number | null, note: string) => void;
  onClose: () => void;
}) {
  const [assignee, setAssignee] = useState('');
  const [note, setNote] = useState('');
  return (
    <Dialog title="送审" isOpen onClose={onClose}>
      <div className="grid gap-4">
        <SelectField
          label="送给"
          name="assigneeId"
          value={assignee}
          onChange={(event) => setAssignee(event.target.value)}
        >
          <option value="">本栏目有权审稿的同事</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="附言"
          name="note"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" onClick={() => onSend(assignee === '' ? null : Number(assignee), note)}>
            送审
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
