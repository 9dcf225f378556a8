import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Editor } from '@/features/access/editor';
import { findSignedIn, type SignedIn } from '@/features/access/find-editor';

const askOnce = cache(async () => {
  const sent = new Headers(await headers());
  // After an action that changed the login, Next draws the page again in the same request: the headers still
  // have the old cookie, only the jar knows the new one.
  sent.set('cookie', (await cookies()).toString());
  return findSignedIn(sent);
});

/** The first line of every desk page and action. Without a login it leads to the sign-in page. */
export async function requireEditor(): Promise<Editor> {
  const signedIn = await requireSignedIn();
  if (signedIn.lacksSecondFactor) redirect('/desk/second-factor');
  return signedIn.editor;
}

/** For what somebody may do before their second factor is set up: setting it up, and signing out. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await askOnce()) ?? redirect('/desk/sign-in');
}

/** For actions that answer a page which must not be left: undefined instead of a redirection. */
export async function currentEditor(): Promise<Editor | undefined> {
  const signedIn = await askOnce();
  return signedIn?.lacksSecondFactor === false ? signedIn.editor : undefined;
}
