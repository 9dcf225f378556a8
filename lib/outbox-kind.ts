/** What is done outside of the database. Values are stored: rename none, only add. */
export const outboxKinds = ['mail', 'indexNow', 'baidu', 'webSub', 'webhook'] as const;

export type OutboxKind = (typeof outboxKinds)[number];

export const outboxKindLabels: Record<OutboxKind, string> = {
  mail: '邮件通知',
  indexNow: 'IndexNow',
  baidu: '百度推送',
  webSub: 'WebSub',
  webhook: '网络回调',
};
