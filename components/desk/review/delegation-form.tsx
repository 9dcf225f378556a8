'use client';

import { ActionButton } from '@/components/ui/action-button';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { Delegation } from '@/features/review/delegations';
import { formatDateTime } from '@/lib/dates';
import type { FormState } from '@/lib/form-state';

type DelegationFormProps = {
  delegations: readonly Delegation[];
  colleagues: readonly { id: number; name: string }[];
  mayDelegate: boolean;
  delegate: (input: unknown) => Promise<FormState>;
  end: (input: unknown) => Promise<FormState>;
};

/** Rights to review lent while away, and those one was lent. */
export function DelegationForm({ delegations, colleagues, mayDelegate, delegate, end }: DelegationFormProps) {
  return (
    <div className="grid max-w-xl gap-4">
      {delegations.length > 0 && (
        <ul className="grid gap-2">
          {delegations.map(({ id, fromName, toName, isMine, startsAt, endsAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="grow">
                {isMine ? `由${toName}代您审` : `您代${fromName}审`}：{formatDateTime(startsAt)} 至{' '}
                {formatDateTime(endsAt)}
              </span>
              {isMine && (
                <ActionButton isSmall action={() => end({ delegationId: id })}>
                  结束委托
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayDelegate && (
        <ActionForm
          fields={['toEditorId', 'startsAt', 'endsAt']}
          action={(_previous, form) =>
            delegate({
              toEditorId: Number(form.get('toEditorId')),
              startsAt: beijingTime(form.get('startsAt')),
              endsAt: beijingTime(form.get('endsAt')),
            })
          }
          onDone={(form) => form?.reset()}
        >
          {({ problems, isPending }) => (
            <>
              <SelectField label="委托给" name="toEditorId" problems={problems} defaultValue="">
                <option value="">请选择同事</option>
                {colleagues.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField
                  label="开始（北京时间）"
                  name="startsAt"
                  type="datetime-local"
                  problems={problems}
                />
                <TextField label="结束（北京时间）" name="endsAt" type="datetime-local" problems={problems} />
              </div>
              <div>
                <Button type="submit" disabled={isPending}>
                  {isPending ? '请稍候……' : '委托'}
                </Button>
              </div>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}

/** The fields hold clock times of the newsroom. What is no time is refused by the server with a sentence. */
function beijingTime(clock: FormDataEntryValue | null): Date | null {
  const instant = new Date(`${String(clock)}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
