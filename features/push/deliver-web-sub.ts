import { z } from 'zod';
import type { Delivery, OutboxRow } from '@/features/outbox/deliver-due';
import { postOutside } from '@/features/outbox/post-outside';
import { deliveryOf, switchedOff } from '@/features/push/delivery-of';
import { activePushSettings } from '@/features/push/push-settings';

const payloadSchema = z.object({ feed: z.string() });

/** Tells the WebSub hub that a feed has something new; the hub fetches it and hands it on (W3C WebSub §6). */
export async function deliverWebSub({ payload }: OutboxRow): Promise<Delivery> {
  const settings = await activePushSettings();
  if (settings === undefined || settings.webSubHub === '') return switchedOff;
  const { feed } = payloadSchema.parse(payload);
  const answer = await postOutside(settings.webSubHub, {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }).toString(),
  });
  return deliveryOf(answer);
}
