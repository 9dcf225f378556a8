'use server';

import { redirect } from 'next/navigation';
import { requireSignedIn } from '@/features/access/require-editor';
import { endLogin } from '@/features/access/sign-out';

export async function signOutAction(): Promise<void> {
  const signedIn = await requireSignedIn();
  await endLogin(signedIn, signedIn.loginId);
  redirect('/desk/sign-in');
}
