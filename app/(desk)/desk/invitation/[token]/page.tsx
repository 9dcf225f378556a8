import type { Metadata } from 'next';
import { acceptInvitationAction } from '@/app/(desk)/desk/invitation/[token]/actions';
import { InvitationForm } from '@/components/desk/access/invitation-form';
import { ThresholdFrame } from '@/components/desk/access/threshold-frame';
import { ButtonLink } from '@/components/ui/button';
import { readInvitation } from '@/features/access/read-invitation';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '开通账号' };

const titles = { firstAccount: '建立第一个账号', join: '开通账号', resetPassword: '设置新密码' };

const notes = {
  firstAccount: '这个账号是管理员兼总编，同事由它邀请。',
  join: '请为自己设一个密码，设好后直接进入采编台。',
  resetPassword: '设好后，这个账号在其他设备上的登录全部退出。',
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { name: siteName } = await getRootSection();
  const invitation = await readInvitation(token);
  if (invitation === undefined) return <SpentLink siteName={siteName} />;
  return (
    <ThresholdFrame siteName={siteName} title={titles[invitation.purpose]} note={notes[invitation.purpose]}>
      <InvitationForm action={acceptInvitationAction} token={token} {...invitation} />
    </ThresholdFrame>
  );
}

function SpentLink({ siteName }: { siteName: string }) {
  return (
    <ThresholdFrame siteName={siteName} title="这个链接不能用了">
      <p>链接只能用一次，过了期限也会失效；地址不完整时同样打不开。</p>
      <ul className="my-3 list-disc space-y-1 pl-5">
        <li>已经设好密码的，请直接登录。</li>
        <li>还没有账号或要重设密码的，请向管理员再要一个链接。</li>
        <li>
          网站还没有任何账号的，请在服务器上重新运行 <code className="whitespace-nowrap">npm start</code>
          ，会显示新的链接。
        </li>
      </ul>
      <ButtonLink href="/desk/sign-in" look="primary">
        去登录
      </ButtonLink>
    </ThresholdFrame>
  );
}
