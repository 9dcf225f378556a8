import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { closeConnections, databaseFileIn, openConnections, useDatabase } from '@/db/client';
import { asEditor, leaveDraft, newMark, openForm, rowOf, typeAtEnd } from '@/e2e/support/desk-articles';
import { signInAs } from '@/e2e/support/sign-in';
import { approveText } from '@/features/review/testing/approve-text';
import { ask } from '@/server/testing/http-client';
import { freePort } from '@/server/testing/real-portal';

/*
 * A disk that takes nothing more, in a portal of its own: the kernel refuses every byte that the process
 * would write to a file (RLIMIT_FSIZE), until it is told otherwise. Raising the limit is like freeing space.
 */

const prlimit = '/usr/bin/prlimit';

test('a full disk: readers read on, the editor keeps the text, and freeing space is enough', async ({
  browser,
}) => {
  test.skip(!existsSync(prlimit), 'prlimit of util-linux is needed to fill and free a disk');
  test.setTimeout(120_000);
  const before = { DATA_DIR: process.env.DATA_DIR, PORTAL_ORIGIN: process.env.PORTAL_ORIGIN };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-full-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const portal = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      SITE_URL: origin,
      DATA_DIR: dataDir,
      DEMO: 'on',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => portal.once('exit', resolve));
  const limit = (size: string) =>
    execFileSync(prlimit, ['--pid', String(portal.pid), `--fsize=${size}:unlimited`]);
  const status = (target: string) =>
    ask(port, target).then(
      (answer) => answer.status,
      () => 0,
    );
  let connections: ReturnType<typeof openConnections> | undefined;
  const others = useDatabase(undefined);
  try {
    await expect.poll(() => status('/healthz'), { timeout: 60_000 }).toBe(200);
    Object.assign(process.env, { DATA_DIR: dataDir, PORTAL_ORIGIN: origin });
    connections = openConnections(databaseFileIn(dataDir));
    useDatabase(connections);
    const context = await browser.newContext({ baseURL: origin });
    const page = await context.newPage();
    const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
    const headline = newMark();
    const { articleId, version } = await leaveDraft(chief, 'city', headline);
    await openForm(page, articleId);
    await typeAtEnd(page, '满之前写的。');
    await expect.poll(async () => JSON.stringify((await rowOf(articleId))?.body)).toContain('满之前写的。');

    limit('1');
    await typeAtEnd(page, '满的时候写的。');
    await expect(page.getByText('服务器的磁盘写不进去')).toBeVisible();
    await expect(page.getByRole('textbox', { name: '正文' })).toContainText('满的时候写的。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('服务器的磁盘写不进去')).toBeVisible();
    expect(JSON.stringify((await rowOf(articleId))?.body)).not.toContain('满的时候写的。');
    expect((await rowOf(articleId))!.version).toBeGreaterThan(version);
    for (const target of [
      '/',
      '/latest',
      '/city',
      '/article/1',
      `/search?q=${encodeURIComponent('步道')}`,
      '/healthz',
    ]) {
      expect([target, await status(target)]).toEqual([target, 200]);
    }
    // The desk still shows what there is; nothing there needs a write.
    expect((await (await context.newPage()).goto('/desk'))!.status()).toBe(200);
    expect(portal.exitCode).toBeNull();

    limit('unlimited');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText(/已保存/u)).toBeVisible();
    await expect.poll(async () => JSON.stringify((await rowOf(articleId))?.body)).toContain('满的时候写的。');
    await approveText(articleId);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '确认发布' }).click();
    await expect(page.getByText('已发布，读者现在就能看到')).toBeVisible();
    expect(await status(`/article/${articleId}`)).toBe(200);
    await context.close();
  } finally {
    useDatabase(others);
    Object.assign(process.env, before);
    if (connections !== undefined) closeConnections(connections);
    portal.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true });
  }
});
