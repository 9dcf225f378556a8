import { afterEach, beforeEach, expect, test } from 'vitest';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { tx } from '@/db/client';
import { ensureFoundation } from '@/db/seed/foundation';
import { insertArticle } from '@/features/articles/insert-article';
import { emptyBody } from '@/lib/article-body';
import { type FakePortal, startFakePortal } from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';

useFreshDatabase();

let portal: FakePortal;
beforeEach(async () => {
  await tx((q) => ensureFoundation(q));
  const at = new Date('2026-05-01T00:00:00Z');
  await tx((q) =>
    insertArticle(
      q,
      { sectionId: 1, headline: '三桥通车', body: emptyBody, credits: [], publishedAt: at },
      at,
    ),
  );
  await tx((q) => insertArticle(q, { sectionId: 1, headline: '绝密草稿', body: emptyBody, credits: [] }, at));
  portal = await startFakePortal();
});
afterEach(() => portal.close());

const suggest = (query: string) => ask(portal.port, `/search/suggest?${new URLSearchParams({ q: query })}`);

test('words of live headlines are suggested as JSON that caches may keep briefly', async () => {
  const { status, headers, text } = await suggest('tong');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['cache-control']).toContain('s-maxage=10');
  expect(JSON.parse(text)).toEqual(['通车']);
});

test.each(['绝', 'juemi', '', '%', '"', '\u0000x', '很'.repeat(5000), '\ud800'])(
  '%j suggests nothing and no error',
  async (query) => {
    const { status, text } = await suggest(query);
    expect([200, 400, 414, 431]).toContain(status);
    if (status === 200) expect(JSON.parse(text)).toEqual([]);
  },
);

test('nothing but reading is answered', async () => {
  expect((await ask(portal.port, '/search/suggest?q=a', { method: 'POST' })).status).toBe(405);
});
