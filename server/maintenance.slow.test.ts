import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ask } from '@/server/testing/http-client';
import { startRealPortal } from '@/server/testing/real-portal';

test('under maintenance readers and crawlers are told when to come back; robots.txt and the desk go on', async () => {
  const portal = await startRealPortal();
  const chengxun = (...words: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', 'cli/chengxun.ts', ...words], {
      env: { ...process.env, DATA_DIR: portal.dataDir },
    });
  const get = (path: string) => ask(portal.port, path);
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await get(path)).status));
  try {
    expect(await statuses('/', '/latest', '/feed.xml')).toEqual([200, 200, 200]);
    chengxun('maintenance', 'on');
    // Another process wrote it: this one asks for the content version at most a second late.
    await expect.poll(async () => (await get('/')).status, { timeout: 5000 }).toBe(503);
    const closed = await get('/latest');
    expect(closed.headers['retry-after']).toBe('1800');
    expect(closed.headers['cache-control']).toBe('no-store');
    expect(closed.text).toContain('网站正在维护，请稍后再来。');
    expect(await statuses('/feed.xml', '/sitemap.xml', '/api/v1/articles', '/no-such-page')).toEqual([
      503, 503, 503, 503,
    ]);
    expect(await statuses('/robots.txt', '/desk/sign-in', '/healthz')).toEqual([200, 200, 200]);
    chengxun('maintenance', 'off');
    await expect.poll(async () => (await get('/')).status, { timeout: 5000 }).toBe(200);
    expect(await statuses('/latest', '/feed.xml', '/no-such-page')).toEqual([200, 200, 404]);
  } finally {
    await portal.stop();
  }
});
