'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';

export type Colleague = { id: number; name: string };

/** Asks whom to hand the article to. */
export function SendDialog({
  colleagues,
  onSend,
  onClose,
}: {
  colleagues: Colleague[];
  onSend: (sending: { assigneeId: number | null; note: string; dueAt: Date | null }) => void;
  onClose: () => void;
}) {
  const [assignee, setAssignee] = useState('');
  const [note, setNote] = useState('');
  const [due, setDue] = useState('');
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
        <TextField
          label="应审完的时间（北京时间，可不填）"
          name="dueAt"
          type="datetime-local"
          value={due}
          onChange={(event) => setDue(event.target.value)}
          hint="过了这个时间还没有审完，稿件进入“已超时”，上级可以代审。"
        />
        <TextArea
          label="附言"
          name="note"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button
            look="primary"
            onClick={() =>
              onSend({ assigneeId: assignee === '' ? null : Number(assignee), note, dueAt: beijingTime(due) })
            }
          >
            送审
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The field holds a clock time without a zone; the newsroom's is Beijing's, wherever the browser is. */
function beijingTime(clock: string): Date | null {
  const instant = new Date(`${clock}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
