import type { Delivery } from '@/features/outbox/deliver-due';
import type { OutsideAnswer } from '@/features/outbox/post-outside';

/** Said of what waited when its key was taken away. */
export const switchedOff: Delivery = { isDone: false, answer: '推送已经关闭。', isFinal: true };

/**
 * What an HTTP answer means: 2xx is done; 429 and 5xx are asked again later; every other refusal (a wrong key,
 * an address that is not ours) would be the same tomorrow.
 */
export function deliveryOf({ status, text, retryAfter }: OutsideAnswer): Delivery {
  const answer = `${status} ${text.trim().slice(0, 200)}`.trim();
  if (status >= 200 && status < 300) return { isDone: true, answer };
  const isTemporary = status === 408 || status === 429 || status >= 500;
  return { isDone: false, answer, isFinal: !isTemporary, retryAfter };
}
