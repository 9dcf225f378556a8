import { Validator } from '@seriousme/openapi-schema-validator';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { database, tx } from '@/db/client';
import { raiseContentVersion, readContentVersion } from '@/db/content-version';
import { articles } from '@/db/schema/articles';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { insertArticle } from '@/features/articles/insert-article';
import { leaveListings } from '@/features/articles/listings';
import { foundSite, publishArticle } from '@/features/read-api/testing/small-site';
import {
  articleListSchema,
  articleSchema,
  problemSchema,
  sectionListSchema,
} from '@/features/read-api/api-schemas';
import { emptyBody } from '@/lib/article-body';
import { type FakePortal, startFakePortal } from '@/server/testing/fake-portal';
import { ask } from '@/server/testing/http-client';
import { poisons } from '@/server/testing/poisons';

useFreshDatabase();

let portal: FakePortal;
let townId = 0;
const siteUrl = 'https://news.example.cn';
beforeEach(async () => {
  townId = await foundSite();
  portal = await startFakePortal({
    siteUrl,
    isBehindProxy: true,
    readContentVersion,
    commitCount: () => database().commitCount,
    handleWithNext: async () => {
      throw new Error('Next was asked.');
    },
  });
});
afterEach(() => portal.close());

const get = (path: string, headers = {}) => ask(portal.port, `/api/v1${path}`, { headers });
const list = async (path: string) => articleListSchema.parse(JSON.parse((await get(path)).text));

test('pages follow each other by their cursor, each article once, newest first', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    // Pairs of the same instant: a cursor that knew only the time would lose one.
    const publishedAt = new Date(Date.UTC(2026, 4, 1, Math.floor(index / 2)));
    ids.push(await publishArticle({ sectionId: townId, publishedAt }));
  }
  const found: number[] = [];
  let next: string | null = '';
  for (let page = 0; next !== null && page < 10; page += 1) {
    const got: { articles: { id: number }[]; next: string | null } = await list(
      `/articles?limit=3${next === '' ? '' : `&cursor=${next}`}`,
    );
    found.push(...got.articles.map(({ id }) => id));
    next = got.next;
  }
  expect(found).toEqual(ids.toReversed());
});

test('a section is read with everything below it, and nothing else', async () => {
  const town = await publishArticle({ sectionId: townId, headline: '城镇稿件' });
  await publishArticle({ sectionId: 1, headline: '别处稿件' });
  expect((await list('/articles?section=town')).articles.map(({ id }) => id)).toEqual([town]);
  expect((await list('/articles')).articles).toHaveLength(2);
  expect((await get('/articles?section=nowhere')).status).toBe(404);
});

test('an article comes with its whole text and absolute addresses', async () => {
  const id = await publishArticle({
    sectionId: townId,
    headline: '三桥 <通车>',
    credits: [
      { role: 'reporter', name: '张三' },
      { role: 'editor', name: '王五' },
    ],
    source: { name: '澄澜日报' },
  });
  const article = articleSchema.parse(JSON.parse((await get(`/articles/${id}`)).text));
  expect(article).toMatchObject({
    url: `${siteUrl}/article/${id}`,
    headline: '三桥 <通车>',
    html: '<p>正文。</p>',
    text: '正文。',
    authors: ['张三'],
    publishedAt: '2026-05-01T08:00:00+08:00',
    section: { path: 'town', url: `${siteUrl}/town` },
  });
  expect(article.credits).toEqual([
    { role: 'reporter', name: '张三', url: `${siteUrl}/author/1` },
    { role: 'editor', name: '王五', url: null },
  ]);
});

test('what readers may not see, the API does not show', async () => {
  const draft = await tx((q) =>
    insertArticle(q, { sectionId: townId, headline: '绝密', body: emptyBody, credits: [] }, new Date()),
  );
  const id = await publishArticle({ sectionId: townId, headline: '三桥' });
  expect((await get(`/articles/${id}`)).status).toBe(200);
  await tx(async (q) => {
    await leaveListings(q, id);
    const at = new Date();
    await q
      .update(articles)
      .set({ status: 'withdrawn', withdrawnAt: at, updatedAt: at })
      .where(eq(articles.id, id));
    await raiseContentVersion(q);
  });
  const gone = await get(`/articles/${id}`);
  expect([gone.status, gone.headers['content-type']]).toEqual([410, 'application/problem+json']);
  expect(gone.text).not.toContain('三桥');
  expect((await get(`/articles/${draft}`)).text).toBe((await get('/articles/999999')).text);
  expect((await get(`/articles/${draft}`)).status).toBe(404);
  expect((await list('/articles')).articles).toEqual([]);
});

test('sections tell their parents', async () => {
  const { sections } = sectionListSchema.parse(JSON.parse((await get('/sections')).text));
  expect(sections.find(({ path }) => path === 'town')).toMatchObject({
    parentPath: '',
    url: `${siteUrl}/town`,
  });
  expect(sections.find(({ path }) => path === '')).toMatchObject({ parentPath: null });
});

test('answers have validators, codings and an open door for programs of any origin', async () => {
  await publishArticle({ sectionId: townId });
  const got = await get('/articles', { Origin: 'https://reader.example' });
  const { etag, ...headers } = got.headers;
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    vary: 'Accept-Encoding',
  });
  expect(headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=10/u);
  const again = await get('/articles', { 'If-None-Match': etag });
  expect([again.status, again.headers['access-control-allow-origin']]).toEqual([304, '*']);
  expect((await get('/articles', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBe('br');
  const head = await ask(portal.port, '/api/v1/articles', { method: 'HEAD' });
  expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, etag]);
  const preflight = await ask(portal.port, '/api/v1/articles', { method: 'OPTIONS' });
  expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD']);
});

test.each([
  ['/articles?limit=0', 400, 'limit'],
  ['/articles?limit=101', 400, 'limit'],
  ['/articles?limit=1.5', 400, 'limit'],
  ['/articles?limit=', 400, 'limit'],
  ['/articles?limit=1&limit=2', 400, 'limit'],
  ['/articles?cursor=x', 400, 'cursor'],
  ['/articles?cursor=', 400, 'cursor'],
  [`/articles?cursor=${Buffer.from('1.0').toString('base64url')}`, 400, 'cursor'],
  ['/articles?cursor=%27%20or%201=1', 400, 'cursor'],
  ['/articles?section=../desk', 400, 'section'],
  ['/articles?__proto__=1', 400, '__proto__'],
  ['/articles?page=2', 400, 'page'],
  ['/sections?x=1', 400, 'x'],
  ['/articles/0', 404, undefined],
  ['/articles/1e3', 404, undefined],
  ['/articles/99999999999999999999', 404, undefined],
  ['/articles/', 404, undefined],
  ['', 404, undefined],
  ['/desk', 404, undefined],
])('%s is answered %s as a problem in Chinese', async (path, status, parameter) => {
  const got = await get(path);
  expect([got.status, got.headers['content-type']]).toEqual([status, 'application/problem+json']);
  const problem = problemSchema.parse(JSON.parse(got.text));
  expect(problem.status).toBe(status);
  expect(problem.detail).toMatch(/\p{sc=Han}.*。/u);
  expect(problem.errors?.[0]?.parameter).toBe(parameter);
  expect(got.headers['cache-control']).toBe('no-store');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s changes nothing and reaches nobody', async (method) => {
  for (const path of ['/api', '/api/v1/articles', '/api/auth/sign-in', '/API/x', '/api%2fv1']) {
    const { status } = await ask(portal.port, path, { method, headers: { 'Content-Length': 2 }, body: '{}' });
    expect([path, status]).toEqual([path, 405]);
  }
});

test('no forged header and no spelling of a question changes an answer', async () => {
  await raiseLimit();
  await publishArticle({ sectionId: townId });
  const clean = await get('/articles');
  for (const headers of poisons) expect((await get('/articles', headers)).text).toBe(clean.text);
  for (const spelling of ['/articles?limit=20', '/articles?', '/articles?limit=+20', '/articles?limit=020']) {
    expect((await get(spelling)).text).toBe(clean.text);
  }
  expect(clean.text).not.toMatch(/evil|localhost|127\.0\.0\.1/u);
  expect(portal.parts.cache.counts.renders).toBe(1);
});

async function raiseLimit(requestsPerMinute = 1000): Promise<void> {
  await tx(async (q) => {
    await q.insert(siteSettings).values({ key: 'api', value: { requestsPerMinute } });
    await raiseContentVersion(q);
  });
}

test('too many requests are answered 429, for one address and not for the others', async () => {
  await raiseLimit(3);
  const from = (address: string) => get('/sections', { 'X-Forwarded-For': `1.1.1.1, ${address}` });
  for (let index = 0; index < 3; index += 1) expect((await from('203.0.113.7')).status).toBe(200);
  const refused = await from('203.0.113.7');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(problemSchema.parse(JSON.parse(refused.text)).status).toBe(429);
  expect((await from('203.0.113.8')).status).toBe(200);
});

test('the description names every path, parameter and schema', async () => {
  const document = JSON.parse((await get('/openapi.json')).text) as {
    openapi: string;
    servers: { url: string }[];
    paths: Record<string, { get: { parameters?: { name: string }[] } }>;
    components: { schemas: Record<string, { properties: object }> };
  };
  const checked = await new Validator().validate(structuredClone(document));
  expect(checked.errors ?? []).toEqual([]);
  expect(checked.valid).toBe(true);
  expect(document.servers).toEqual([{ url: `${siteUrl}/api/v1` }]);
  expect(document.paths['/articles']!.get.parameters!.map(({ name }) => name)).toEqual([
    'cursor',
    'section',
    'limit',
  ]);
  const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/gu)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, name] of references) expect(document.components.schemas[name!]).toBeDefined();
});
