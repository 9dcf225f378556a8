import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { siteSettings } from '@/db/schema/site';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { type PushSettings, pushSettingsSchema } from '@/lib/site-settings';

export const webhookForm = z.strictObject({
  name: z.string().trim().min(1, '请给网络回调起个名字').max(50, '名字不能超过 50 字'),
  address: z
    .url({ protocol: /^https?$/u, error: '请填写以 http:// 或 https:// 开头的完整网址' })
    .max(2000, '网址太长'),
});

/**
 * Adds a receiver that is told what changes. Its secret is made here and answered this once: whoever runs the
 * receiver checks signatures with it.
 */
export async function addWebhook(
  editor: Editor,
  { name, address }: z.output<typeof webhookForm>,
  now = new Date(),
): Promise<Outcome<{ secret: string }>> {
  return tx(async (q) => {
    await demand(q, editor, 'editSettings');
    const { push } = await getSiteSettings();
    const secret = randomBytes(32).toString('base64url');
    const webhooks = [...push.webhooks, { name, address, secret }];
    const parsed = pushSettingsSchema.safeParse({ ...push, webhooks });
    if (!parsed.success) {
      return { ok: false, problems: [{ field: 'name', message: parsed.error.issues[0]!.message }] };
    }
    await keep(q, editor, parsed.data, `新增网络回调：${name}`, now);
    return { ok: true, value: { secret } };
  });
}

export const removeWebhookForm = z.strictObject({ name: z.string().max(50) });

/** Tells a receiver nothing any more; what still waits for it is given up. */
export async function removeWebhook(
  editor: Editor,
  { name }: z.output<typeof removeWebhookForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    await demand(q, editor, 'editSettings');
    const { push } = await getSiteSettings();
    const webhooks = push.webhooks.filter((one) => one.name !== name);
    if (webhooks.length === push.webhooks.length) {
      return { ok: false, problems: [{ field: '', message: '这个网络回调已经删除了。' }] };
    }
    await keep(q, editor, { ...push, webhooks }, `删除网络回调：${name}`, now);
    return { ok: true, value: undefined };
  });
}

async function keep(q: Query, editor: Editor, value: PushSettings, note: string, now: Date): Promise<void> {
  await q
    .insert(siteSettings)
    .values({ key: 'push', value })
    .onConflictDoUpdate({ target: siteSettings.key, set: { value } });
  await recordEvent(q, editor, { kind: 'settingsChanged', subject: '主动推送', note }, now);
}
