'use client';

import { type ReactNode, useState, useTransition } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormProblems } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import type { Problem } from '@/lib/problems';

type ConfirmDialogProps = {
  title: string;
  /** What will happen, for somebody about to do it. */
  description: ReactNode;
  confirmLabel: string;
  isOpen: boolean;
  onClose: () => void;
  action: () => Promise<FormState>;
};

/** Asks before something that is felt at once. Stays open, with the reason, when it was refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, confirmLabel, isOpen, onClose, action } = props;
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, start] = useTransition();
  const toast = useToast();
  function close(): void {
    setProblems([]);
    onClose();
  }
  function confirm(): void {
    start(async () => {
      const answer = await action();
      if (answer.problems.length > 0) return setProblems(answer.problems);
      if (answer.done !== undefined) toast(answer.done);
      close();
    });
  }
  return (
    <Dialog title={title} description={description} isOpen={isOpen} onClose={close}>
      <FormProblems problems={problems} />
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={close}>取消</Button>
        <Button look="danger" disabled={isPending} onClick={confirm}>
          {isPending ? '请稍候……' : confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}

type ActionButtonProps = {
  action: () => Promise<FormState>;
  children: ReactNode;
  look?: ButtonLook;
  isSmall?: boolean;
  /** When set, a dialog asks first. */
  confirm?: { title: string; description: ReactNode; confirmLabel: string };
};

/** A button that does one thing on the server and says in the corner how it went. */
export function ActionButton({ action, children, look, isSmall, confirm }: ActionButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const [isPending, start] = useTransition();
  const toast = useToast();
  function run(): void {
    start(async () => {
      const { problems, done } = await action();
      const words = problems[0]?.message ?? done;
      if (words !== undefined) toast(words);
    });
  }
  return (
    <>
      <Button
        look={look}
        isSmall={isSmall}
        disabled={isPending}
        onClick={confirm === undefined ? run : () => setAsking(true)}
      >
        {children}
      </Button>
      {confirm && (
        <ConfirmDialog {...confirm} isOpen={isAsking} onClose={() => setAsking(false)} action={action} />
      )}
    </>
  );
}
