import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { closeDatabase, reader, tx } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { schedules } from '@/db/schema/schedules';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { leaveInState } from '@/features/articles/testing/article-acts';
import { listMissedSchedules } from '@/features/schedule/list-schedules';
import { addSection } from '@/features/articles/testing/desk-articles';
import { ask } from '@/server/testing/http-client';
import { runPortal, startRealPortal } from '@/server/testing/real-portal';

test('what fell due while the portal was stopped is out once with its next start, and stands as 漏发 at the desk', async () => {
  const portal = await startRealPortal();
  process.env.DATA_DIR = portal.dataDir;
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const { articleId } = await leaveInState(
    chief,
    'scheduled',
    chief,
    await addSection(await rootSectionId(), 'ferry'),
  );
  expect((await ask(portal.port, `/article/${articleId}`)).status).toBe(404);
  portal.process.kill('SIGKILL');
  await portal.ended;
  await tx((q) => q.update(schedules).set({ dueAt: new Date(Date.now() - 3_600_000) }));

  const again = runPortal({ DATA_DIR: portal.dataDir, PORT: String(portal.port), DEMO: 'off' });
  try {
    // Carried out before it listens: the first answer is the article.
    await expect
      .poll(
        () =>
          ask(portal.port, `/article/${articleId}`).then(
            ({ status }) => status,
            () => undefined,
          ),
        { timeout: 20_000, interval: 20 },
      )
      .toBeDefined();
    expect((await ask(portal.port, `/article/${articleId}`)).status).toBe(200);
    expect(await listMissedSchedules(chief)).toMatchObject([{ articleId, failure: '' }]);
    const published = await reader().$count(timelineEvents, eq(timelineEvents.kind, 'published'));
    expect(published).toBe(1);
  } finally {
    again.process.kill('SIGTERM');
    await again.ended;
    await closeDatabase();
    await portal.stop();
  }
});
