import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { leaveInState } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { notify } from '@/features/notices/notify';
import { type Delivery, deliverDue, pauses, pruneOutbox } from '@/features/outbox/deliver-due';
import { deliverMail } from '@/features/outbox/deliver-mail';
import { enqueue } from '@/features/outbox/enqueue';

useFreshDatabase();
afterEach(() => vi.unstubAllEnvs());

const start = new Date('2026-11-23T04:00:00Z');
let clock: Date;
beforeEach(() => {
  clock = start;
});
const now = () => clock;
const pass = (milliseconds: number) => {
  clock = new Date(clock.getTime() + milliseconds);
};

const put = (subject: string, dedupeKey?: string) =>
  tx((q) => enqueue(q, [{ kind: 'mail', subject, payload: {}, ...(dedupeKey && { dedupeKey }) }], clock));
const rows = () => reader().select().from(outbox).orderBy(outbox.id);

/** A target that gives these answers one after the other and remembers what it was sent. */
function target(...answers: (Delivery | Error)[]) {
  const seen: string[] = [];
  const mail = async ({ subject }: { subject: string }): Promise<Delivery> => {
    seen.push(subject);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { seen, deliverers: { mail, indexNow: mail, baidu: mail, webSub: mail, webhook: mail } };
}
const done: Delivery = { isDone: true, answer: '250 OK' };
const busy: Delivery = { isDone: false, answer: '421 busy' };

test('what was written down is done once, in its order', async () => {
  await put('一');
  await put('二');
  const { seen, deliverers } = target(done);
  expect(await deliverDue('one', deliverers, now)).toBe(2);
  expect(await deliverDue('one', deliverers, now)).toBe(0);
  expect(seen).toEqual(['一', '二']);
  expect((await rows()).map(({ state, lastAnswer }) => [state, lastAnswer])).toEqual([
    ['done', '250 OK'],
    ['done', '250 OK'],
  ]);
});

test('what fails is tried again after growing pauses, and given up at last', async () => {
  await put('一');
  const { seen, deliverers } = target(busy);
  for (const [index, pause] of pauses.entries()) {
    expect(await deliverDue('one', deliverers, now)).toBe(1);
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: index + 1 });
    pass(pause - 1);
    expect(await deliverDue('one', deliverers, now)).toBe(0);
    pass(1);
  }
  await deliverDue('one', deliverers, now);
  expect((await rows())[0]).toMatchObject({ state: 'failed', lastAnswer: '421 busy' });
  expect(seen).toHaveLength(pauses.length + 1);
});

test('a target that asks to be left alone is, and a refusal for good is not repeated', async () => {
  await put('一');
  const hour = 3_600_000;
  const { seen, deliverers } = target(
    { ...busy, retryAfter: hour },
    { isDone: false, answer: '550 no such user', isFinal: true },
  );
  await deliverDue('one', deliverers, now);
  pass(hour - 1);
  expect(await deliverDue('one', deliverers, now)).toBe(0);
  pass(1);
  await deliverDue('one', deliverers, now);
  expect((await rows())[0]).toMatchObject({ state: 'failed', lastAnswer: '550 no such user' });
  expect(seen).toHaveLength(2);
});

test('a target that breaks is a failure like others, and stops nothing behind it', async () => {
  await put('一');
  await put('二');
  const { deliverers } = target(new Error('connect ECONNREFUSED'), done);
  await deliverDue('one', deliverers, now);
  expect((await rows()).map(({ state }) => state)).toEqual(['waiting', 'done']);
  expect((await rows())[0]!.lastAnswer).toContain('没有连上');
});

test('two processes do each thing once; one that dies is replaced when its lease ends', async () => {
  for (let number = 0; number < 10; number += 1) await put(`第 ${number} 件`);
  const { seen, deliverers } = target(done);
  const [one, other] = await Promise.all([
    deliverDue('one', deliverers, now),
    deliverDue('other', deliverers, now),
  ]);
  expect(one + other).toBe(10);
  expect(new Set(seen).size).toBe(10);
  await put('晚一点');
  // Whoever held the lease has died; within three seconds the other one goes on.
  expect(await deliverDue('third', deliverers, now)).toBe(0);
  pass(3001);
  expect(await deliverDue('third', deliverers, now)).toBe(1);
});

test('the same thing waits once, and may be written down again when it was done', async () => {
  await put('一', 'article 1');
  await put('一', 'article 1');
  expect(await rows()).toHaveLength(1);
  await deliverDue('one', target(done).deliverers, now);
  await put('一', 'article 1');
  expect(await rows()).toHaveLength(2);
});

test('what is rolled back is not done; what ended a month ago is forgotten', async () => {
  await expect(
    tx(async (q) => {
      await enqueue(q, [{ kind: 'mail', subject: '一', payload: {} }], clock);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await rows()).toEqual([]);
  await put('二');
  await deliverDue('one', target(done).deliverers, now);
  await put('三');
  await pruneOutbox(new Date(clock.getTime() + 31 * 86_400_000));
  expect((await rows()).map(({ subject }) => subject)).toEqual(['三']);
});

/** A mail server as far as a letter needs one; keeps what it was given. */
async function mailServer(refusal?: string): Promise<{ port: number; letters: string[]; server: Server }> {
  const letters: string[] = [];
  const talk = (socket: Socket) => {
    let isData = false;
    let letter = '';
    socket.write('220 mail.example ready\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (isData) {
          if (line === '.') {
            isData = false;
            letters.push(letter);
            socket.write('250 kept\r\n');
          } else letter += `${line}\n`;
        } else if (/^(?:EHLO|HELO)/u.test(line)) socket.write('250 mail.example\r\n');
        else if (line.startsWith('RCPT')) socket.write(refusal ?? '250 ok\r\n');
        else if (line === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => undefined);
  };
  const server = createServer(talk);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as { port: number }).port, letters, server };
}

/** The words of a letter, whichever way they were packed. */
function textOf(letter: string): string {
  const start = letter.indexOf('\n\n');
  const [head, body] = [letter.slice(0, start), letter.slice(start + 2)];
  if (/^content-transfer-encoding: base64/imu.test(head)) return Buffer.from(body, 'base64').toString();
  const unfolded = body.replaceAll('=\n', '');
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

async function tellColleague(): Promise<void> {
  const town = await addSection(await rootSectionId(), 'town');
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const colleague = await addEditor('编辑乙', ['editor'], town);
  const { articleId } = await leaveInState(chief, 'draft', chief, town);
  await tx((q) =>
    notify(q, [colleague.id], { kind: 'sent', articleId, subject: '河灯', text: '总编甲送审：急' }, clock),
  );
}

test('a notice reaches its person by mail when a mail server is set', async () => {
  const { port, letters, server } = await mailServer();
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`);
  vi.stubEnv('MAIL_FROM', 'desk@chenglan.example');
  await tellColleague();
  await deliverDue('one', { ...target(done).deliverers, mail: deliverMail }, now);
  server.close();
  expect((await rows())[0]).toMatchObject({ state: 'done', subject: '编辑乙：交给我' });
  expect(letters).toHaveLength(1);
  const text = textOf(letters[0]!);
  expect(text).toContain('总编甲送审：急');
  expect(text).toMatch(/\/desk\/articles\/\d+/u);
});

test('without a mail server nothing is written down; with one that refuses, the notice stands at the desk all the same', async () => {
  await tellColleague();
  expect(await rows()).toEqual([]);
  const { port, server } = await mailServer('550 no such user\r\n');
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`);
  vi.stubEnv('MAIL_FROM', 'desk@chenglan.example');
  const chief = await addEditor('总编丁', ['chiefEditor']);
  await tx((q) =>
    notify(q, [chief.id], { kind: 'late', articleId: 1, subject: '河灯', text: '已超时' }, clock),
  );
  await deliverDue('one', { ...target(done).deliverers, mail: deliverMail }, now);
  server.close();
  const [row] = await reader().select().from(outbox).where(eq(outbox.kind, 'mail'));
  expect(row).toMatchObject({ state: 'failed', lastAnswer: expect.stringContaining('550') });
});
