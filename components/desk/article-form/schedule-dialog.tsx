'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { usualZones } from '@/lib/zoned-time';

export type ChosenTime = { at: string; zone: string };

type ScheduleDialogProps = {
  title: string;
  /** What will happen then, in a sentence. */
  explanation: string;
  label: string;
  verb: string;
  onChoose: (time: ChosenTime) => void;
  onClose: () => void;
};

/** Asks for a time on the clocks of a named zone. */
export function ScheduleDialog({ title, explanation, label, verb, onChoose, onClose }: ScheduleDialogProps) {
  const [at, setAt] = useState('');
  const [zone, setZone] = useState('Asia/Shanghai');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <p>{explanation}</p>
        <TextField
          label={label}
          name="at"
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.target.value.slice(0, 16))}
        />
        <SelectField label="时区" name="zone" value={zone} onChange={(event) => setZone(event.target.value)}>
          {usualZones.map(([name, words]) => (
            <option key={name} value={name}>
              {words}（{name}）
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" disabled={at === ''} onClick={() => onChoose({ at, zone })}>
            {verb}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
