/** The heaps of the queue page, in the order of their tabs. What lies in each, features/queue/arms.ts says. */
export const queues = ['mine', 'sent', 'waiting', 'changed', 'scheduled', 'today', 'all'] as const;

export type Queue = (typeof queues)[number];

export const queueLabels: Record<Queue, string> = {
  mine: '我的草稿',
  sent: '交给我的',
  waiting: '待审',
  changed: '有修改待发布',
  scheduled: '定时',
  today: '今日发布',
  all: '全部',
};

/** The greatest count that is told exactly: to know more, all articles would have to be walked through. */
export const greatestCount = 9999;

/** `12`, or `9999+` for whatever is more. */
export function countLabel(count: number): string {
  return count > greatestCount ? `${greatestCount}+` : String(count);
}
