/** The heaps of the queue page, in the order of their tabs. What lies in each, features/queue/arms.ts says. */
export const queues = [
  'mine',
  'sent',
  'toReview',
  'toSign',
  'overdue',
  'returned',
  'unreviewed',
  'waiting',
  'changed',
  'scheduled',
  'today',
  'all',
] as const;

/** Those that tell where articles stand in their chain: always few, see features/queue/review-heaps.ts. */
export const reviewQueues = ['toReview', 'toSign', 'overdue', 'returned', 'unreviewed'] as const;

export type ReviewQueue = (typeof reviewQueues)[number];

export function isReviewQueue(queue: Queue): queue is ReviewQueue {
  return reviewQueues.some((one) => one === queue);
}

export type Queue = (typeof queues)[number];

export const queueLabels: Record<Queue, string> = {
  mine: '我的草稿',
  sent: '交给我的',
  toReview: '待我审',
  toSign: '待签发',
  overdue: '已超时',
  returned: '我退回的',
  unreviewed: '先发后审',
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
