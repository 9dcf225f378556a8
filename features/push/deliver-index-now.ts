import { z } from 'zod';
import type { Delivery, OutboxRow } from '@/features/outbox/deliver-due';
import { postOutside } from '@/features/outbox/post-outside';
import { deliveryOf, switchedOff } from '@/features/push/delivery-of';
import { activePushSettings } from '@/features/push/push-settings';
import { readEnv } from '@/lib/env';

const payloadSchema = z.object({ address: z.string() });

/** Tells the engines of IndexNow that an address changed or is gone (https://www.indexnow.org/documentation). */
export async function deliverIndexNow({ payload }: OutboxRow): Promise<Delivery> {
  const settings = await activePushSettings();
  if (settings === undefined || settings.indexNowKey === '') return switchedOff;
  const { siteUrl } = readEnv();
  const answer = await postOutside(settings.indexNowEndpoint, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(siteUrl).host,
      key: settings.indexNowKey,
      keyLocation: `${siteUrl}/${settings.indexNowKey}.txt`,
      urlList: [payloadSchema.parse(payload).address],
    }),
  });
  return deliveryOf(answer);
}
