import { and, desc, eq, gte } from 'drizzle-orm';
import { z } from 'zod';
import { reader } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import type { Delivery, OutboxRow } from '@/features/outbox/deliver-due';
import { postOutside } from '@/features/outbox/post-outside';
import { deliveryOf, switchedOff } from '@/features/push/delivery-of';
import { activePushSettings } from '@/features/push/push-settings';
import { dayNumberOf, endOfDay, startOfDay } from '@/lib/dates';
import { readEnv } from '@/lib/env';

const payloadSchema = z.object({ address: z.string(), action: z.enum(['urls', 'update', 'del']) });

/** What Baidu's search resource platform answers; a number or a list of addresses for each outcome. */
const answerSchema = z.object({
  success: z.number().optional(),
  remain: z.number().optional(),
  not_same_site: z.array(z.string()).optional(),
  not_valid: z.array(z.string()).optional(),
  error: z.number().optional(),
  message: z.string().optional(),
});

/**
 * Tells Baidu of one address: a plain list, one address a line, to `urls`, `update` or `del`. When it has said
 * that nothing is left of the day's quota, the rest waits for the next day in Beijing.
 */
export async function deliverBaidu({ payload }: OutboxRow, now = new Date()): Promise<Delivery> {
  const settings = await activePushSettings();
  if (settings === undefined || settings.baiduToken === '') return switchedOff;
  const untilTomorrow = endOfDay(dayNumberOf(now)).getTime() - now.getTime();
  if (await isQuotaSpent(now)) {
    return { isDone: false, answer: '百度今天的配额用完了，明天再推。', retryAfter: untilTomorrow };
  }
  const { address, action } = payloadSchema.parse(payload);
  const url = new URL(`/${action}`, settings.baiduEndpoint);
  url.search = new URLSearchParams({ site: readEnv().siteUrl, token: settings.baiduToken }).toString();
  const answer = await postOutside(url.href, { headers: { 'Content-Type': 'text/plain' }, body: address });
  const said = readAnswer(answer.text);
  if (/over quota/iu.test(said?.message ?? '')) {
    return { isDone: false, answer: `${answer.status} over quota`, retryAfter: untilTomorrow };
  }
  const refused = [...(said?.not_same_site ?? []), ...(said?.not_valid ?? [])];
  if (refused.length > 0)
    return { isDone: false, answer: `不是本站的有效网址：${refused[0]}`, isFinal: true };
  return deliveryOf(answer);
}

function readAnswer(text: string): z.output<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Baidu counts down in its answers; the last one of today says what is left. */
async function isQuotaSpent(now: Date): Promise<boolean> {
  const [last] = await reader()
    .select({ answer: outbox.lastAnswer })
    .from(outbox)
    .where(and(eq(outbox.kind, 'baidu'), eq(outbox.state, 'done'), gte(outbox.endedAt, startOfDay(now))))
    .orderBy(desc(outbox.endedAt), desc(outbox.id))
    .limit(1);
  return /"remain":\s*0\b/u.test(last?.answer ?? '');
}
