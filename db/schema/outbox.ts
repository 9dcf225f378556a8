import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, identity, instant, json, words } from '@/db/columns';
import { outboxKinds } from '@/lib/outbox-kind';

/**
 * Work outside of the database, written down in the transaction that makes it necessary: it is done exactly
 * when that transaction was, whatever dies in between.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: identity(),
    kind: choice('kind', outboxKinds).notNull(),
    /** What it is about, for the desk: an address of the site, a person. Never a secret. */
    subject: words('subject').notNull(),
    payload: json<unknown>('payload').notNull(),
    /** While one with this name waits, another one is not added: ten saves of an article are one push. */
    dedupeKey: words('dedupe_key'),
    createdAt: instant('created_at').notNull(),
    /** Not before then. */
    dueAt: instant('due_at').notNull(),
    attempts: count('attempts').notNull().default(0),
    state: choice('state', ['waiting', 'done', 'failed']).notNull().default('waiting'),
    /** What the other side said last, or why it could not be reached. */
    lastAnswer: words('last_answer').notNull().default(''),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('outbox_state_due_at_index').on(table.state, table.dueAt),
    index('outbox_ended_at_index').on(table.endedAt),
    index('outbox_kind_id_index').on(table.kind, table.id),
    uniqueIndex('outbox_waiting_unique')
      .on(table.dedupeKey)
      .where(sql`${table.state} = 'waiting'`),
    check('outbox_kind_check', sql`${table.kind} in ('mail', 'indexNow', 'baidu', 'webSub', 'webhook')`),
    check('outbox_state_check', sql`${table.state} in ('waiting', 'done', 'failed')`),
    check('outbox_payload_check', sql`json_valid(${table.payload})`),
  ],
);
