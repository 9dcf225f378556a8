import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { verifyCodeAction } from '@/app/(desk)/desk/sign-in/code/actions';
import { CodeForm } from '@/components/desk/access/code-form';
import { ThresholdFrame } from '@/components/desk/access/threshold-frame';
import { currentEditor } from '@/features/access/require-editor';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '两步验证' };

export default async function CodePage() {
  if ((await currentEditor()) !== undefined) redirect('/desk');
  const { name } = await getRootSection();
  return (
    <ThresholdFrame
      siteName={name}
      title="两步验证"
      note="密码正确。请再输入手机验证器上现在显示的六位数字。"
    >
      <CodeForm action={verifyCodeAction} />
    </ThresholdFrame>
  );
}
