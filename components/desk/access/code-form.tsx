'use client';

import Link from 'next/link';
import { useState } from 'react';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

export function CodeForm({ action }: { action: FormAction }) {
  const [usesBackupCode, setUsesBackupCode] = useState(false);
  return (
    <ActionForm action={action} fields={['code']}>
      {({ problems, isPending }) => (
        <>
          <TextField
            // Another key empties the field and its keyboard when the kind of code changes.
            key={usesBackupCode ? 'backup' : 'authenticator'}
            label={usesBackupCode ? '备用码' : '六位验证码'}
            hint={usesBackupCode ? '设置两步验证时保存的一组字符，每个只能用一次。' : undefined}
            name="code"
            inputMode={usesBackupCode ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            required
            maxLength={40}
            problems={problems}
          />
          <Button type="submit" look="primary" disabled={isPending}>
            {isPending ? '正在验证……' : '验证并登录'}
          </Button>
          <p className="flex flex-wrap justify-between gap-2 text-[0.8125rem]">
            <button
              type="button"
              className="text-muted underline hover:text-accent"
              onClick={() => setUsesBackupCode(!usesBackupCode)}
            >
              {usesBackupCode ? '改用手机验证器' : '手机不在身边？用备用码'}
            </button>
            <Link href="/desk/sign-in" prefetch={false} className="text-muted hover:text-accent">
              换个账号登录
            </Link>
          </p>
        </>
      )}
    </ActionForm>
  );
}
