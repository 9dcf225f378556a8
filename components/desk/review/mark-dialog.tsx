'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';

type MarkDialogProps = {
  place: { blockIndex: number; quote: string };
  onMark: (note: string) => void;
  onClose: () => void;
};

/** Asks what is the matter with a paragraph. */
export function MarkDialog({ place, onMark, onClose }: MarkDialogProps) {
  const [note, setNote] = useState('');
  return (
    <Dialog title={`标注第 ${place.blockIndex + 1} 段`} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-muted">
          {place.quote === '' ? '先在正文里选中几个字，标注会跟着这些字走。' : `「${place.quote}」`}
        </p>
        <TextArea
          label="哪里有问题，怎么改"
          name="note"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" disabled={note.trim() === ''} onClick={() => onMark(note)}>
            标注
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
