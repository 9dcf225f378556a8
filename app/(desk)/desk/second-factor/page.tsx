import type { Metadata } from 'next';
import { confirmSecondFactorAction, offerSecondFactorAction } from '@/app/(desk)/desk/second-factor/actions';
import { signOutAction } from '@/app/(desk)/desk/sign-out-action';
import { SecondFactorSetup } from '@/components/desk/access/second-factor-setup';
import { ThresholdFrame } from '@/components/desk/access/threshold-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { requireSignedIn } from '@/features/access/require-editor';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '设置两步验证' };

export default async function SecondFactorPage() {
  const { lacksSecondFactor, hasSecondFactor } = await requireSignedIn();
  const { name } = await getRootSection();
  return (
    <ThresholdFrame
      siteName={name}
      title="设置两步验证"
      note={
        lacksSecondFactor
          ? '您的岗位能改动读者看到的内容，所以登录时除密码外还要手机上的验证码。设好之后才能进入采编台。'
          : '以后登录时，除密码外还要手机上的验证码。'
      }
    >
      <SecondFactorSetup
        offer={offerSecondFactorAction}
        confirm={confirmSecondFactorAction}
        isReplacement={hasSecondFactor}
      />
      <form action={signOutAction} className="mt-4 flex gap-2 border-t border-rule pt-3 print:hidden">
        {!lacksSecondFactor && (
          <ButtonLink href="/desk/account" look="quiet" isSmall>
            回到我的账号
          </ButtonLink>
        )}
        <Button type="submit" look="quiet" isSmall>
          退出登录
        </Button>
      </form>
    </ThresholdFrame>
  );
}
