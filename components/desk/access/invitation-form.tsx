'use client';

import { NewPasswordFields } from '@/components/desk/access/new-password-fields';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { OpenInvitation } from '@/features/access/read-invitation';

type InvitationFormProps = OpenInvitation & { action: FormAction; token: string };

/** Behind a one-time link. Only the first account chooses its name and e-mail; others find theirs here. */
export function InvitationForm({ action, token, purpose, name, email }: InvitationFormProps) {
  const isFirst = purpose === 'firstAccount';
  return (
    <ActionForm action={action} fields={['name', 'email', 'password', 'repeated']}>
      {({ problems, isPending }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            label="姓名"
            name="name"
            defaultValue={name}
            readOnly={!isFirst}
            autoComplete={isFirst ? 'name' : 'off'}
            required
            maxLength={60}
            problems={problems}
          />
          <TextField
            label="邮箱（登录时用）"
            name="email"
            type="email"
            defaultValue={email}
            readOnly={!isFirst}
            autoComplete="username"
            required
            problems={problems}
          />
          <NewPasswordFields problems={problems} />
          <Button type="submit" look="primary" disabled={isPending}>
            {isPending ? '请稍候……' : purpose === 'resetPassword' ? '保存新密码并登录' : '开通并进入采编台'}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
