import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signInAction } from '@/app/(desk)/desk/sign-in/actions';
import { SignInForm } from '@/components/desk/access/sign-in-form';
import { ThresholdFrame } from '@/components/desk/access/threshold-frame';
import { currentEditor } from '@/features/access/require-editor';
import { getRootSection } from '@/features/sections/section-tree';

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage() {
  if ((await currentEditor()) !== undefined) redirect('/desk');
  const { name } = await getRootSection();
  return (
    <ThresholdFrame siteName={name} title="登录采编台">
      <SignInForm action={signInAction} />
    </ThresholdFrame>
  );
}
