'use client';

import { type ReactNode, startTransition, useActionState, useEffect, useEffectEvent, useRef } from 'react';
import { FormProblems } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { type FormState, untouched } from '@/lib/form-state';
import type { Problem } from '@/lib/problems';

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type ActionFormProps = {
  action: FormAction;
  /** Draws the fields; `isPending` while the answer is awaited. */
  children: (state: { problems: Problem[]; isPending: boolean }) => ReactNode;
  /** Names of the fields that show their problems themselves. */
  fields?: readonly string[];
  className?: string;
  /** Called after success, for dialogs that close and forms that start anew. */
  onDone?: (form: HTMLFormElement | null) => void;
};

/**
 * A form with its server action. What was typed stays when the answer is a problem: React would empty a
 * form whose action has run, so the action is started by hand.
 */
export function ActionForm({ action, children, fields, className = 'grid gap-4', onDone }: ActionFormProps) {
  const [state, dispatch, isPending] = useActionState(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  const toast = useToast();
  const tell = useEffectEvent(({ problems, done }: FormState) => {
    if (problems.length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    } else if (done !== undefined) {
      toast(done);
      onDone?.(form.current);
    }
  });
  useEffect(() => {
    if (state !== untouched) tell(state);
  }, [state]);
  return (
    <form
      ref={form}
      action={dispatch}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget, submitterOf(event.nativeEvent));
        startTransition(() => dispatch(data));
      }}
    >
      <FormProblems problems={state.problems} shownFields={fields} />
      {children({ problems: state.problems, isPending })}
    </form>
  );
}

function submitterOf(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}
