import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { closeConnections, database, openConnections, reader, tx } from '@/db/client';
import { raiseContentVersion, readContentVersion } from '@/db/content-version';
import { contributors } from '@/db/schema/articles';
import { useFreshDatabase } from '@/db/testing/fresh-database';

useFreshDatabase();

const names = async () =>
  (await reader().select({ name: contributors.name }).from(contributors)).map(({ name }) => name);

test('every connection keeps the settings that SQLite forgets, also when the file is opened again', () => {
  const again = openConnections(database().file);
  const settings = [database(), again].flatMap(({ reader: one, writer: other }) =>
    [one, other].map((connection) =>
      ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map((name) =>
        connection.pragma(name, { simple: true }),
      ),
    ),
  );
  // 2 is FULL.
  expect(settings).toEqual(Array.from({ length: 4 }, () => ['wal', 2, 1, 0]));
  closeConnections(again);
});

test('the reader cannot write', async () => {
  const writing = async () => database().reader.exec("insert into contributors (name) values ('张三')");
  await expect(writing()).rejects.toThrow('readonly');
});

test('a transaction that throws leaves nothing behind', async () => {
  const failing = tx(async (q) => {
    await q.insert(contributors).values({ name: '张三' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await names()).toEqual([]);
});

test('transactions run one after the other in the order of their calls', async () => {
  const order: string[] = [];
  const write = (name: string) =>
    tx(async (q) => {
      order.push(`${name} begins`);
      await q.insert(contributors).values({ name });
      await q.select().from(contributors);
      order.push(`${name} ends`);
    });
  await Promise.all([write('甲'), write('乙'), write('丙')]);
  expect(order).toEqual(['甲 begins', '甲 ends', '乙 begins', '乙 ends', '丙 begins', '丙 ends']);
});

test('a transaction that waits for anything but the database is refused, and the next one runs', async () => {
  const waiting = tx(async (q) => {
    await q.insert(contributors).values({ name: '张三' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const next = tx((q) => q.insert(contributors).values({ name: '李四' }).returning());
  await expect(waiting).rejects.toThrow('waited for something');
  await next;
  expect(await names()).toEqual(['李四']);
});

test('while another process writes, a transaction waits without stopping this one', async () => {
  const holder = spawn(
    process.execPath,
    [
      '-e',
      `const d = new (require('better-sqlite3'))(process.argv[1]);
       d.exec("BEGIN IMMEDIATE; insert into contributors (name) values ('外来')"); console.log('held');
       setTimeout(() => { d.exec('COMMIT'); d.close(); }, 300);`,
      database().file,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  await tx((q) => q.insert(contributors).values({ name: '自己' }).returning());
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(3);
  expect(await names()).toEqual(['外来', '自己']);
});

test('commits are counted, rollbacks are not', async () => {
  const before = database().commitCount;
  await tx((q) => q.insert(contributors).values({ name: '张三' }).returning());
  await tx(async () => Promise.reject(new Error('no'))).catch(() => undefined);
  expect(database().commitCount).toBe(before + 1);
});

test('the content version rises with the transaction and not without it', async () => {
  const before = await readContentVersion();
  await tx((q) => raiseContentVersion(q));
  await tx(async (q) => {
    await raiseContentVersion(q);
    throw new Error('no');
  }).catch(() => undefined);
  expect(await readContentVersion()).toBe(before + 1);
});

test('a reference to nothing is refused', async () => {
  const orphan = async () =>
    database().writer.exec("insert into redirects (from_path, article_id, created_at) values ('/a', 99, 0)");
  await expect(orphan()).rejects.toThrow('FOREIGN KEY');
});
