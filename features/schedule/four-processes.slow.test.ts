import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { closeDatabase, reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { timelineEvents } from '@/db/schema/desk';
import { leases, schedules } from '@/db/schema/schedules';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { leaveInState, valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { scheduleArticle } from '@/features/schedule/schedule-article';
import { wallTimeIn } from '@/lib/zoned-time';

const count = 40;

test(`${count} articles that fall due together are published once each by four processes, one of them killed`, async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-schedules-'));
  process.env.DATA_DIR = dataDir;
  await prepareDatabase(dataDir, { report: () => undefined });
  await tx((q) => ensureFoundation(q));
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const town = await addSection(await rootSectionId(), 'town');
  for (let number = 0; number < count; number += 1) {
    const { articleId, version } = await leaveInState(chief, 'draft', chief, town);
    valueOf(
      await scheduleArticle(chief, {
        articleId,
        kind: 'publish',
        version,
        at: wallTimeIn('Asia/Shanghai', new Date(Date.now() + 3_600_000)),
        zone: 'Asia/Shanghai',
      }),
    );
  }
  const running = Array.from({ length: 4 }, () => run(dataDir));
  // They look for work before there is any; then everything is due at once.
  await pause(3000);
  await tx((q) => q.update(schedules).set({ dueAt: new Date() }));
  // Whichever does the work is killed in the middle of it; the lease says which.
  const waiting = () => reader().$count(schedules, eq(schedules.state, 'waiting'));
  while ((await waiting()) > count - 3) await pause(1);
  const [{ holder }] = (await reader().select().from(leases)) as [typeof leases.$inferSelect];
  const busy = running.find(({ pid }) => holder === `process ${pid}`);
  busy!.kill('SIGKILL');
  expect(await waiting()).toBeGreaterThan(0);
  const deadline = Date.now() + 20_000;
  while ((await waiting()) > 0) {
    expect(Date.now()).toBeLessThan(deadline);
    await pause(100);
  }
  for (const child of running) child.kill('SIGTERM');

  expect(await reader().$count(articles, eq(articles.status, 'published'))).toBe(count);
  const published = await reader()
    .select({ articleId: timelineEvents.articleId })
    .from(timelineEvents)
    .where(eq(timelineEvents.kind, 'published'));
  expect(published).toHaveLength(count);
  expect(new Set(published.map(({ articleId }) => articleId)).size).toBe(count);
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}, 90_000);

function run(dataDir: string): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', 'features/schedule/testing/run-schedules-until-killed.ts'],
    { env: { ...process.env, DATA_DIR: dataDir }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
