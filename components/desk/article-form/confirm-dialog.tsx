'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';

type ConfirmDialogProps = {
  title: string;
  children: ReactNode;
  /** What the button does, in its own words. */
  verb: string;
  /** Asks for words, such as a reason. */
  noteLabel?: string;
  isNoteRequired?: boolean;
  isDanger?: boolean;
  onConfirm: (note: string) => void;
  onClose: () => void;
};

/** Asks once before what cannot be taken back, or what readers see at once. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, verb, noteLabel, isNoteRequired, isDanger, onConfirm, onClose } = props;
  const [note, setNote] = useState('');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <div>{children}</div>
        {noteLabel && (
          <TextArea
            label={noteLabel}
            name="note"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button
            look={isDanger ? 'danger' : 'primary'}
            disabled={isNoteRequired === true && note.trim() === ''}
            onClick={() => onConfirm(note)}
          >
            {verb}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
