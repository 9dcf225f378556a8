import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reader, tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { leaveInState, type Subject, valueOf } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { correctArticle } from '@/features/corrections/correct-article';
import { deliverDue, type Deliverers } from '@/features/outbox/deliver-due';
import { postOutside, PrivateTargetError } from '@/features/outbox/post-outside';
import { deliverBaidu } from '@/features/push/deliver-baidu';
import { deliverIndexNow } from '@/features/push/deliver-index-now';
import { deliverWebSub } from '@/features/push/deliver-web-sub';
import { deliverWebhook } from '@/features/push/deliver-webhook';
import type { PushSettings } from '@/lib/site-settings';

useFreshDatabase();

type Asked = { address: string; headers: IncomingMessage['headers']; body: string };

let server: Server;
let asked: Asked[];
/** What the other side answers, one after the other; the last one for ever. */
let answers: { status: number; body?: string; headers?: Record<string, string> }[];
let origin: string;
let chief: Editor;
let town: number;
let clock: Date;

beforeEach(async () => {
  asked = [];
  answers = [{ status: 200, body: '{}' }];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ address: request.url!, headers: request.headers, body });
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
      response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('SITE_URL', 'https://news.chenglan.example');
  vi.stubEnv('ALLOW_PRIVATE_TARGETS', 'on');
  chief = await addEditor('总编甲', ['chiefEditor']);
  town = await addSection(await rootSectionId(), 'town');
  clock = new Date('2026-11-23T04:00:00Z');
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
});

const secret = 'a secret of sixteen or more';
const set = (push: Partial<PushSettings>) =>
  tx((q) => q.insert(siteSettings).values({ key: 'push', value: push }));
const setAll = () =>
  set({
    indexNowKey: 'abcdef123456',
    indexNowEndpoint: `${origin}/indexnow`,
    baiduToken: 'token1234',
    baiduEndpoint: origin,
    webSubHub: `${origin}/hub`,
    webhooks: [{ name: '客户端', address: `${origin}/hook`, secret }],
  });
const deliverers: Deliverers = {
  mail: async () => ({ isDone: true, answer: '' }),
  indexNow: deliverIndexNow,
  baidu: (row) => deliverBaidu(row, clock),
  webSub: deliverWebSub,
  webhook: (row) => deliverWebhook(row, clock),
};
const deliver = () => deliverDue('one process', deliverers, () => clock);
const rows = () => reader().select().from(outbox).orderBy(outbox.id);
const address = ({ articleId }: Subject) => `https://news.chenglan.example/article/${articleId}`;
/** As from the desk, and everything sent before is out of the way. */
async function livePushed(): Promise<Subject> {
  const live = await leaveInState(chief, 'published', chief, town);
  await tx((q) => q.update(outbox).set({ dueAt: clock, createdAt: clock }));
  return live;
}

test('a publication is told to each that is set, in its own words', async () => {
  await setAll();
  const live = await livePushed();
  await deliver();
  const at = (path: string) => asked.filter((one) => one.address.startsWith(path));
  expect(JSON.parse(at('/indexnow')[0]!.body)).toEqual({
    host: 'news.chenglan.example',
    key: 'abcdef123456',
    keyLocation: 'https://news.chenglan.example/abcdef123456.txt',
    urlList: [address(live)],
  });
  expect(at('/urls')).toMatchObject([
    {
      address: '/urls?site=https%3A%2F%2Fnews.chenglan.example&token=token1234',
      body: address(live),
      headers: { 'content-type': 'text/plain' },
    },
  ]);
  expect(at('/hub').map(({ body }) => new URLSearchParams(body).get('hub.url'))).toEqual(
    ['/feed.xml', '/atom.xml', '/feed.json'].map((path) => `https://news.chenglan.example${path}`),
  );
  const [hook] = at('/hook');
  expect(JSON.parse(hook!.body)).toMatchObject({
    event: 'article.published',
    article: { id: live.articleId, address: address(live), headline: '河灯' },
  });
  const [, seconds, hash] = /^t=(\d+),v1=([\da-f]{64})$/u.exec(
    String(hook!.headers['x-chengxun-signature']),
  )!;
  expect(hash).toBe(createHmac('sha256', secret).update(`${seconds}.${hook!.body}`).digest('hex'));
  expect((await rows()).every(({ state }) => state === 'done')).toBe(true);
});

test('a removal is told as one, with nothing of the text; a correction as an update', async () => {
  await setAll();
  const live = await livePushed();
  await deliver();
  asked = [];
  valueOf(await correctArticle(chief, { articleId: live.articleId, text: '时间应为周六。' }, clock));
  valueOf(await unpublishArticle(chief, { articleId: live.articleId, note: '' }, clock));
  valueOf(await withdrawArticle(chief, { articleId: live.articleId, reason: '消息不实' }, clock));
  await deliver();
  const events = asked.filter((one) => one.address === '/hook').map(({ body }) => JSON.parse(body));
  expect(events.map(({ event }) => event)).toEqual([
    'article.updated',
    'article.unpublished',
    'article.withdrawn',
  ]);
  expect(JSON.stringify(events.slice(1))).not.toContain('河灯');
  const baidu = asked.map((one) => one.address.split('?')[0]).filter((path) => path !== '/hook');
  expect(baidu).toContain('/update');
  expect(baidu).toContain('/del');
});

test('nothing is told of drafts, without a key, without a public address, or by a portal on trial', async () => {
  await leaveInState(chief, 'published', chief, town);
  expect(await rows()).toEqual([]);
  await setAll();
  await leaveInState(chief, 'draft', chief, town);
  await leaveInState(chief, 'inReview', chief, town);
  await leaveInState(chief, 'scheduled', chief, town);
  expect(await rows()).toEqual([]);
  vi.stubEnv('SITE_URL', '');
  await leaveInState(chief, 'published', chief, town);
  vi.stubEnv('SITE_URL', 'http://127.0.0.1:3000');
  vi.stubEnv('ALLOW_PRIVATE_TARGETS', 'off');
  await leaveInState(chief, 'published', chief, town);
  expect(await rows()).toEqual([]);
});

test('429 and 500 are asked again, as late as the other side wants; other refusals are not', async () => {
  await set({ indexNowKey: 'abcdef123456', indexNowEndpoint: `${origin}/indexnow` });
  answers = [
    { status: 429, headers: { 'retry-after': '3600' } },
    { status: 500, body: 'oops' },
    { status: 200, body: 'ok' },
  ];
  await livePushed();
  await deliver();
  const [first] = await rows();
  expect(first).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(first!.dueAt.getTime() - clock.getTime()).toBe(3_600_000);
  clock = first!.dueAt;
  await deliver();
  clock = (await rows())[0]!.dueAt;
  await deliver();
  expect((await rows())[0]).toMatchObject({ state: 'done', attempts: 3, lastAnswer: '200 ok' });
  answers = [{ status: 403, body: 'key is not valid' }];
  await livePushed();
  await deliver();
  expect((await rows())[1]).toMatchObject({ state: 'failed', lastAnswer: '403 key is not valid' });
});

test("Baidu's quota is respected: when nothing is left, the rest waits for tomorrow in Beijing", async () => {
  await set({ baiduToken: 'token1234', baiduEndpoint: origin });
  answers = [{ status: 200, body: '{"remain":0,"success":1}' }];
  await livePushed();
  await deliver();
  await livePushed();
  await deliver();
  expect(asked).toHaveLength(1);
  const [, waiting] = await rows();
  expect(waiting).toMatchObject({ state: 'waiting' });
  expect(waiting!.dueAt.toISOString()).toBe('2026-11-23T16:00:00.000Z');
  clock = waiting!.dueAt;
  await deliver();
  expect(asked).toHaveLength(2);
});

test('Baidu says which address is not ours, and that is final', async () => {
  await set({ baiduToken: 'token1234', baiduEndpoint: origin });
  answers = [{ status: 200, body: '{"remain":9,"success":0,"not_same_site":["https://x.example/1"]}' }];
  await livePushed();
  await deliver();
  expect((await rows())[0]).toMatchObject({
    state: 'failed',
    lastAnswer: expect.stringContaining('x.example'),
  });
});

test('saved twice before it was told, an address is told once', async () => {
  await set({ indexNowKey: 'abcdef123456', indexNowEndpoint: `${origin}/indexnow` });
  const live = await livePushed();
  valueOf(await correctArticle(chief, { articleId: live.articleId, text: '一处更正。' }, clock));
  valueOf(await correctArticle(chief, { articleId: live.articleId, text: '又一处更正。' }, clock));
  expect(await rows()).toHaveLength(1);
});

test('what waits when its key is taken away is not sent any more', async () => {
  await set({ indexNowKey: 'abcdef123456', indexNowEndpoint: `${origin}/indexnow` });
  await livePushed();
  await tx((q) => q.delete(siteSettings));
  await deliver();
  expect(asked).toEqual([]);
  expect((await rows())[0]).toMatchObject({ state: 'failed', lastAnswer: '推送已经关闭。' });
});

test('the key stands in a file at the root, and no other key does', async () => {
  const standing = async (path: string) => (await resolveAddress(path, new URLSearchParams())).kind;
  expect(await standing('/abcdef123456.txt')).toBe('missing');
  await set({ indexNowKey: 'abcdef123456' });
  expect(await standing('/abcdef123456.txt')).toBe('live');
  expect(await standing('/abcdef12345.txt')).toBe('missing');
});

test.for([
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f.1:PORT/',
  'http://0:PORT/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[fd00::1]/',
])('%s leads into our own network and is not asked', async (target) => {
  vi.stubEnv('ALLOW_PRIVATE_TARGETS', 'off');
  const port = new URL(origin).port;
  await expect(postOutside(target.replace('PORT', port), { headers: {}, body: '' })).rejects.toThrow(
    PrivateTargetError,
  );
  expect(asked).toEqual([]);
});

test('a redirect is not followed, and an endless answer is cut off', async () => {
  answers = [{ status: 302, headers: { location: `${origin}/elsewhere` } }];
  expect(await postOutside(`${origin}/`, { headers: {}, body: '' })).toMatchObject({ status: 302 });
  expect(asked).toHaveLength(1);
  answers = [{ status: 200, body: 'x'.repeat(200_000) }];
  await expect(postOutside(`${origin}/`, { headers: {}, body: '' })).rejects.toThrow('回答太长');
});
