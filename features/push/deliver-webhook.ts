import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Delivery, OutboxRow } from '@/features/outbox/deliver-due';
import { postOutside } from '@/features/outbox/post-outside';
import { deliveryOf, switchedOff } from '@/features/push/delivery-of';
import { activePushSettings } from '@/features/push/push-settings';

const payloadSchema = z.object({ name: z.string(), body: z.unknown() });

/**
 * Tells one of the newsroom's own receivers what changed. `X-Chengxun-Signature: t=<seconds>,v1=<hex>` is the
 * HMAC-SHA256 of `<seconds>.<body>` under the receiver's secret: the receiver refuses what is older than some
 * minutes, so that a recorded request cannot be replayed. `X-Chengxun-Delivery` stays the same when a delivery
 * is tried again.
 */
export async function deliverWebhook({ id, payload }: OutboxRow, now = new Date()): Promise<Delivery> {
  const { name, body } = payloadSchema.parse(payload);
  const hook = (await activePushSettings())?.webhooks.find((one) => one.name === name);
  if (hook === undefined) return switchedOff;
  const text = JSON.stringify(body);
  const answer = await postOutside(hook.address, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Chengxun-Delivery': String(id),
      'X-Chengxun-Signature': signatureOf(text, hook.secret, now),
    },
    body: text,
  });
  return deliveryOf(answer);
}

export function signatureOf(text: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const hash = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
  return `t=${seconds},v1=${hash}`;
}
