'use client';

import { Printer } from 'lucide-react';
import { useState } from 'react';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { TextField } from '@/components/ui/field';
import { QrCode } from '@/components/ui/qr-code';
import type { SecondFactorOffer } from '@/features/access/set-up-second-factor';
import { untouched } from '@/lib/form-state';
import type { Outcome } from '@/lib/problems';

type SecondFactorSetupProps = {
  offer: (form: FormData) => Promise<Outcome<SecondFactorOffer>>;
  confirm: FormAction;
  /** There is a second factor in force, which the new one replaces. */
  isReplacement: boolean;
};

/** Password first, then the secret and the backup codes, and a code to prove that they arrived. */
export function SecondFactorSetup({ offer, confirm, isReplacement }: SecondFactorSetupProps) {
  const [offered, setOffered] = useState<SecondFactorOffer>();
  // Kept from the start: once the old one is off, the page itself no longer knows that there was one.
  const [replaces] = useState(isReplacement);
  if (offered !== undefined) return <Confirmation {...offered} confirm={confirm} />;
  return (
    <ActionForm
      fields={['password']}
      action={async (_previous, form) => {
        const answer = await offer(form);
        if (!answer.ok) return { problems: answer.problems };
        setOffered(answer.value);
        return untouched;
      }}
    >
      {({ problems, isPending }) => (
        <>
          <p>手机上要有一个验证器应用（任何支持 TOTP 的都行，如 Microsoft Authenticator、FreeOTP）。</p>
          {replaces && (
            <p className="text-accent">下一步会让旧的验证器和备用码立即失效，请先准备好新手机。</p>
          )}
          <TextField
            label="先输入您的密码"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problems={problems}
          />
          <Button type="submit" look="primary" disabled={isPending}>
            {isPending ? '请稍候……' : '下一步'}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

function Confirmation({ address, backupCodes, confirm }: SecondFactorOffer & { confirm: FormAction }) {
  const [hasSaved, setHasSaved] = useState(false);
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (
    <div className="grid gap-5">
      <section className="grid gap-2 print:hidden" aria-labelledby="scan">
        <h2 id="scan" className="font-bold">
          1. 用验证器扫这个二维码
        </h2>
        <QrCode
          text={address}
          label="两步验证的二维码"
          className="mx-auto w-44 rounded-md border border-rule bg-[#fff]"
        />
        <p className="text-[0.8125rem] text-muted">扫不了？在验证器里选“手动输入”，填这串密钥：</p>
        <p className="flex items-center justify-between gap-2">
          <code className="break-all">{inGroups(secret)}</code>
          <CopyButton text={secret} isSmall label="复制密钥" />
        </p>
      </section>
      <section className="grid gap-2" aria-labelledby="backup">
        <h2 id="backup" className="font-bold">
          2. 保存备用码
        </h2>
        <p className="text-[0.8125rem] text-muted">
          手机丢了就靠它登录，每个只能用一次。离开这个页面后不再显示，请打印或抄下来，不要只存在手机里。
        </p>
        <ul className="grid grid-cols-2 gap-x-4 gap-y-0.5 rounded-md bg-tint px-3 py-2 font-mono">
          {backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p className="flex gap-2 print:hidden">
          <CopyButton text={backupCodes.join('\n')} isSmall label="复制备用码" />
          <Button isSmall onClick={() => window.print()}>
            <Printer size={15} aria-hidden />
            打印
          </Button>
        </p>
        <label className="flex items-center gap-2 print:hidden">
          <input
            type="checkbox"
            checked={hasSaved}
            onChange={(event) => setHasSaved(event.target.checked)}
            className="accent-accent"
          />
          我已保存备用码
        </label>
      </section>
      <section className="print:hidden" aria-labelledby="confirm">
        <h2 id="confirm" className="mb-2 font-bold">
          3. 输入验证器上的六位数字
        </h2>
        <ActionForm action={confirm} fields={['code']}>
          {({ problems, isPending }) => (
            <>
              <TextField
                label="六位验证码"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={40}
                problems={problems}
              />
              <Button type="submit" look="primary" disabled={isPending || !hasSaved}>
                {isPending ? '正在验证……' : '开启两步验证'}
              </Button>
              {!hasSaved && <p className="text-[0.8125rem] text-muted">请先勾选“我已保存备用码”。</p>}
            </>
          )}
        </ActionForm>
      </section>
    </div>
  );
}

/** In fours, as one reads it off. */
function inGroups(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/gu, '$& ');
}
