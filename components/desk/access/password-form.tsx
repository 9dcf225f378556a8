'use client';

import { NewPasswordFields } from '@/components/desk/access/new-password-fields';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

type PasswordFormProps = { action: FormAction; email: string };

export function PasswordForm({ action, email }: PasswordFormProps) {
  return (
    <ActionForm
      action={action}
      fields={['current', 'password', 'repeated']}
      className="grid max-w-sm gap-4"
      onDone={(form) => form?.reset()}
    >
      {({ problems, isPending }) => (
        <>
          {/* Tells password managers whose password changes; it is never sent. */}
          <input type="email" value={email} autoComplete="username" readOnly hidden />
          <TextField
            label="现在的密码"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            problems={problems}
          />
          <NewPasswordFields problems={problems} />
          <div>
            <Button type="submit" look="primary" disabled={isPending}>
              {isPending ? '正在保存……' : '修改密码'}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
