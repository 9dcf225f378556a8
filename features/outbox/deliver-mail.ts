import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Delivery, OutboxRow } from '@/features/outbox/deliver-due';
import { readEnv } from '@/lib/env';

const payloadSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** In milliseconds: for the connection, for the server's first words, and for each answer. */
const patience = 5000;

/** Sends one letter through the mail server of SMTP_URL. One that the server refuses for good is given up. */
export async function deliverMail({ payload }: OutboxRow): Promise<Delivery> {
  const { mail } = readEnv();
  if (mail === undefined) return { isDone: false, answer: '没有设置邮件服务器（SMTP_URL）。', isFinal: true };
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A letter says what we wrote, and nothing is read from disk or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { response } = await transport.sendMail({ from: mail.from, ...payloadSchema.parse(payload) });
    return { isDone: true, answer: response };
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    const answer = error instanceof Error ? error.message : String(error);
    return { isDone: false, answer, isFinal: responseCode !== undefined && responseCode >= 500 };
  } finally {
    transport.close();
  }
}
