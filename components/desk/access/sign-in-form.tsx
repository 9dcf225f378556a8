'use client';

import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

export function SignInForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} fields={['email', 'password']}>
      {({ problems, isPending }) => (
        <>
          <TextField
            label="邮箱"
            name="email"
            type="email"
            autoComplete="username"
            required
            problems={problems}
          />
          <TextField
            label="密码"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problems={problems}
          />
          <Button type="submit" look="primary" disabled={isPending}>
            {isPending ? '正在登录……' : '登录'}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
