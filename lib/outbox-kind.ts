/** What is done outside of the database. Values are stored: rename none, only add. */
export const outboxKinds = ['mail'] as const;

export type OutboxKind = (typeof outboxKinds)[number];

export const outboxKindLabels: Record<OutboxKind, string> = {
  mail: '邮件通知',
};
