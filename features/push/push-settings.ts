import { getSiteSettings } from '@/features/settings/get-site-settings';
import { readEnv } from '@/lib/env';
import type { PushSettings } from '@/lib/site-settings';

/**
 * To whom is told what changes, or undefined while nobody may be told anything: a portal without a configured
 * public address is on trial, and what it knows as its addresses lead nowhere.
 */
export async function activePushSettings(): Promise<PushSettings | undefined> {
  const { isSiteUrlConfigured, siteUrl, allowsPrivateTargets } = readEnv();
  const isLoopback = /^(?:localhost|127\.|\[::1\])/u.test(new URL(siteUrl).hostname);
  if (!isSiteUrlConfigured || (isLoopback && !allowsPrivateTargets)) return undefined;
  return (await getSiteSettings()).push;
}
