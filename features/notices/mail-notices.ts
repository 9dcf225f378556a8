import { inArray } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { enqueue } from '@/features/outbox/enqueue';
import type { Notice } from '@/features/notices/notify';
import { readEnv } from '@/lib/env';
import { noticeKindLabels } from '@/lib/notice-kind';

/** What a deliverer needs to send one letter. */
export type MailPayload = { to: string; subject: string; text: string };

/** A letter to each person who was told, through the outbox; nothing at all while no mail server is set. */
export async function mailNotices(
  q: Query,
  editorIds: readonly number[],
  { kind, subject, text, articleId }: Notice,
  now: Date,
): Promise<void> {
  const { mail, siteUrl } = readEnv();
  if (mail === undefined || editorIds.length === 0) return;
  const people = await q
    .select({ name: editors.name, email: editors.email })
    .from(editors)
    .where(inArray(editors.id, [...editorIds]));
  const headline = subject || '无标题';
  await enqueue(
    q,
    people.map(({ name, email }) => ({
      kind: 'mail' as const,
      subject: `${name}：${noticeKindLabels[kind]}`,
      payload: {
        to: email,
        subject: `［${noticeKindLabels[kind]}］${headline}`,
        text: `《${headline}》\n${text}\n\n打开稿件：${siteUrl}/desk/articles/${articleId}\n`,
      } satisfies MailPayload,
    })),
    now,
  );
}
