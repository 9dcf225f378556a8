import { type Browser, expect, test } from '@playwright/test';
import { max } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { askAction, captureActions, portal, signedCookie } from '@/e2e/support/desk-actions';
import { asEditor, leaveDraft, leaveLiveArticle, newMark } from '@/e2e/support/desk-articles';
import { addPicture } from '@/features/articles/testing/desk-articles';
import { deleteDraft } from '@/features/articles/delete-draft';
import { makePreview } from '@/features/articles/previews';
import { publishArticle } from '@/features/articles/publish-article';
import { approveText } from '@/features/review/testing/approve-text';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { finishedContent } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { sectionIdOf } from '@/e2e/support/desk-articles';
import { type Answer, ask } from '@/server/testing/http-client';

/* What no reader may see yet, or any more, answers in every way like what there never was. */

/** Letters in the text of each secret; a mark of its own in its headline. */
const secretWords = '鲸落密语';

type Secret = { state: string; articleId: number; mark: string };

const get = (target: string, headers: Record<string, string> = {}) =>
  ask(Number(portal().port), target, { headers });

function must<Value>(outcome: { ok: true; value: Value } | { ok: false }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** One article in each state that readers must not see. */
async function leaveSecrets(
  browser: Browser,
): Promise<{ secrets: Secret[]; changed: Secret; cookie: string }> {
  const signedIn = await signedCookie(browser, ['chiefEditor']);
  const chief = asEditor(signedIn, ['chiefEditor']);
  const sectionId = await sectionIdOf('culture');
  const words = (mark: string) => ({
    kicker: `引题${mark}`,
    tags: [`签${mark}`],
    sourceName: `源${mark}`,
    credits: [{ role: 'editor' as const, name: `人${mark}` }],
    body: {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: `${secretWords}${mark}` }] },
      ],
    },
  });
  const secret = async (state: string) => {
    const mark = newMark();
    return { state, mark, ...(await leaveDraft(chief, 'culture', mark, words(mark))) };
  };
  const draft = await secret('draft');
  const inReview = await secret('inReview');
  must(await sendArticle(chief, { ...pick(inReview), assigneeId: null, note: '' }));
  const unpublished = await secret('unpublished');
  await approveText(unpublished.articleId);
  must(await publishArticle(chief, pick(unpublished)));
  must(await unpublishArticle(chief, { articleId: unpublished.articleId, note: '' }));
  const deleted = await secret('deleted');
  must(await deleteDraft(chief, pick(deleted)));
  // A live article whose next text waits: readers see the old one.
  const mark = newMark();
  const live = await leaveLiveArticle(chief, 'culture', newMark());
  must(
    await saveArticle(chief, {
      articleId: live.articleId,
      baseVersion: live.version,
      kind: 'save',
      tab: 'tab-of-the-builder',
      content: finishedContent(sectionId, mark, words(mark)),
    }),
  );
  return {
    secrets: [draft, inReview, unpublished, deleted],
    changed: { state: 'changed', articleId: live.articleId, mark },
    cookie: signedIn.cookie,
  };
}

const pick = ({ articleId, version }: { articleId: number; version: number }) => ({ articleId, version });

/** A number that no article ever had. */
async function unknownId(): Promise<number> {
  const [row] = await reader()
    .select({ last: max(articles.id) })
    .from(articles);
  return (row?.last ?? 0) + 100_000;
}

/** An answer without what differs between any two requests: the address itself, nonces, ids of errors, the clock. */
function comparable({ status, headers, text }: Answer, articleId: number) {
  const { date: _date, etag: _etag, 'content-length': _length, ...others } = headers;
  const nonce = /'nonce-([^']+)'/u.exec(String(headers['content-security-policy']))?.[1] ?? 'no nonce';
  const plain = (given: string) =>
    given.replaceAll(nonce, 'NONCE').replaceAll(new RegExp(`\\b${articleId}\\b`, 'gu'), 'ID');
  return { status, headers: JSON.parse(plain(JSON.stringify(others))), text: plain(text) };
}

let secrets: Secret[];
let changed: Secret;
let cookie: string;
test.beforeAll(async ({ browser }) => {
  ({ secrets, changed, cookie } = await leaveSecrets(browser));
});

const doors: [string, (id: number) => string, Record<string, string>][] = [
  ['page', (id) => `/article/${id}`, {}],
  ['page with a query', (id) => `/article/${id}?preview=1&draft=true`, {}],
  ['RSC by header', (id) => `/article/${id}`, { rsc: '1' }],
  ['RSC by query', (id) => `/article/${id}?_rsc=abc12`, { rsc: '1', 'next-router-prefetch': '1' }],
  ['segment prefetch', (id) => `/article/${id}`, { rsc: '1', 'next-router-segment-prefetch': '/_tree' }],
  ['segment file', (id) => `/article/${id}.segments/_tree.segment.rsc`, {}],
  ['RSC file', (id) => `/article/${id}.rsc`, {}],
  ['text', (id) => `/article/${id}.txt`, {}],
  ['JSON', (id) => `/article/${id}`, { accept: 'application/json' }],
  ['data of the framework', (id) => `/_next/data/x/article/${id}.json`, {}],
  ['preview mode', (id) => `/article/${id}`, { cookie: '__prerender_bypass=x; __next_preview_data=y' }],
  ['rewritten', (id) => `/article/${id}`, { 'x-invoke-path': '/article/1', 'x-matched-path': '/article/1' }],
  ['preview by number', (id) => `/preview/${id}`, {}],
  ['desk without a login', (id) => `/desk/articles/${id}`, {}],
  ['desk as RSC without a login', (id) => `/desk/articles/${id}`, { rsc: '1' }],
  ['review sheet without a login', (id) => `/desk/articles/${id}/review-sheet`, {}],
  ['review sheet as RSC without a login', (id) => `/desk/articles/${id}/review-sheet`, { rsc: '1' }],
  ['claims without a login', () => `/desk/review-claims`, {}],
  ['queue mark without a login', () => `/desk/queue-mark`, {}],
  ['preview frame without a login', (id) => `/desk/preview/article?id=${id}`, {}],
];

test('every door to an article answers for a secret one as for one that never was', async () => {
  test.setTimeout(60_000);
  const never = await unknownId();
  for (const [name, target, headers] of doors) {
    const unknown = comparable(await get(target(never), headers), never);
    expect([name, unknown.status < 500]).toEqual([name, true]);
    for (const { state, articleId, mark } of secrets) {
      const answer = await get(target(articleId), headers);
      expect({ name, state, ...comparable(answer, articleId) }).toEqual({ name, state, ...unknown });
      expect(answer.text).not.toContain(mark);
      expect(answer.text).not.toContain(secretWords);
    }
  }
});

test('no list, count, search or number of pages knows of them', async () => {
  test.setTimeout(60_000);
  const addresses = [
    '/',
    '/latest',
    '/latest?page=2',
    '/culture',
    '/culture?page=2',
    `/search?q=${encodeURIComponent(secretWords)}`,
    ...[...secrets, changed].flatMap(({ mark }) =>
      [mark, `签${mark}`, `源${mark}`, `人${mark}`, `引题${mark}`, secretWords + mark].map(
        (words) => `/search?q=${encodeURIComponent(words)}`,
      ),
    ),
    `/article/${changed.articleId}`,
    '/feed.xml',
    '/rss.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/culture/feed.xml',
    '/api/search?q=x',
  ];
  for (const address of addresses) {
    for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
      const { status, text } = await get(address, headers);
      expect(status).toBeLessThan(500);
      // A search page repeats the words that were asked; nothing else may.
      const asked = decodeURIComponent(address);
      for (const { state, mark, articleId } of [...secrets, changed]) {
        const said = [address, state];
        if (!asked.includes(mark)) expect([...said, text.includes(mark)]).toEqual([...said, false]);
        if (!asked.includes(secretWords)) {
          expect([...said, text.includes(secretWords)]).toEqual([...said, false]);
        }
        if (state !== 'changed') {
          expect([...said, text.includes(`/article/${articleId}"`)]).toEqual([...said, false]);
        }
      }
    }
  }
  // What is found for the words of a secret is what is found for words that nobody wrote.
  const nobody = newMark();
  const empty = (await get(`/search?q=${encodeURIComponent(nobody)}`)).text.replaceAll(nobody, 'WORDS');
  for (const { mark } of [...secrets, changed]) {
    const found = (await get(`/search?q=${encodeURIComponent(mark)}`)).text.replaceAll(mark, 'WORDS');
    expect(found.replaceAll(encodeURIComponent(mark), 'W')).toBe(
      empty.replaceAll(encodeURIComponent(nobody), 'W'),
    );
  }
});

test('numbers of a section stay what they are when a draft comes', async ({ browser }) => {
  const chief = asEditor(await signedCookie(browser, ['chiefEditor']), ['chiefEditor']);
  // A section that no other journey writes in; what stands beside its list is everybody's.
  const lists = () =>
    Promise.all(
      ['/town/rivers', '/town/rivers?page=2', '/town/stories'].map(async (address) => {
        const { status, text } = await get(address);
        return [
          status,
          /<div class="section-view">.*?<\/ol>/su.exec(text)?.[0],
          /class="pager".*?<\/nav>/su.exec(text)?.[0],
        ];
      }),
    );
  const before = await lists();
  expect(before[0]![1]).toContain('<h1>');
  await leaveDraft(chief, 'town/rivers', newMark());
  expect(await lists()).toEqual(before);
});

test('a live article shows its old text only, and its links name no secret neighbour', async () => {
  const { status, text } = await get(`/article/${changed.articleId}`);
  expect(status).toBe(200);
  for (const { mark } of [...secrets, changed]) expect(text).not.toContain(mark);
});

test('a preview address that is nearly right shows nothing, and says the same for every wrong one', async ({
  browser,
}) => {
  const chief = asEditor(await signedCookie(browser, ['chiefEditor']), ['chiefEditor']);
  const { articleId, mark } = secrets[0]!;
  const { address } = must(await makePreview(chief, { articleId, days: 1 }));
  const token = address.split('/').at(-1)!;
  expect((await get(`/preview/${token}`)).text).toContain(mark);
  const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  const blank = (answer: Answer, own: string) => {
    const { status, text } = comparable(answer, 0);
    return { status, text: text.replaceAll(own, 'TOKEN').replaceAll(encodeURIComponent(own), 'TOKEN') };
  };
  const never = 'x'.repeat(token.length);
  const unknown = blank(await get(`/preview/${never}`), never);
  for (const wrong of [flipped, token.slice(0, -1), `${token}A`, token.toLowerCase(), token.toUpperCase()]) {
    const answer = await get(`/preview/${wrong}`);
    expect(answer.text).not.toContain(mark);
    expect(blank(answer, wrong)).toEqual(unknown);
  }
  for (const wrong of ['', '%00', '..%2f', `${token}/x`, `%20${token}`]) {
    const { status, text } = await get(`/preview/${wrong}`);
    expect([wrong, status < 500, text.includes(mark)]).toEqual([wrong, true, false]);
  }
  // The token opens its own article and no door of the desk.
  expect((await get(`/desk/articles/${articleId}?token=${token}`)).text).not.toContain(mark);
});

test('actions called by their names without a login say the same of every number', async ({ browser }) => {
  test.setTimeout(90_000);
  const actions = await captureActions(browser);
  const never = await unknownId();
  for (const { id } of Object.values(actions)) {
    for (const given of [{}, { cookie: '__Host-x=y' }]) {
      const asked = (articleId: number) =>
        askAction({ id }, { articleId, version: 2, tab: 'tab-of-a-stranger', note: 'x', days: 1 }, given);
      const unknown = comparable(await asked(never), never);
      for (const { articleId, mark } of secrets) {
        const answer = await asked(articleId);
        expect(answer.text).not.toContain(mark);
        expect(comparable(answer, articleId)).toEqual(unknown);
      }
    }
  }
});

test('whoever signs in without a right to drafts learns no more from their numbers', async ({ browser }) => {
  const administrator = await signedCookie(browser, ['administrator']);
  const correspondent = await signedCookie(browser, ['correspondent']);
  const never = await unknownId();
  for (const { cookie: theirs } of [administrator, correspondent]) {
    for (const headers of [{ cookie: theirs }, { cookie: theirs, rsc: '1' }] as Record<string, string>[]) {
      for (const part of ['', '/review-sheet']) {
        const unknown = comparable(await get(`/desk/articles/${never}${part}`, headers), never);
        for (const { articleId, mark, state } of [...secrets, changed]) {
          const answer = await get(`/desk/articles/${articleId}${part}`, headers);
          expect(answer.text).not.toContain(mark);
          expect({ state, part, ...comparable(answer, articleId) }).toEqual({ state, part, ...unknown });
        }
      }
    }
  }
  // Whoever may see it sees it, so the comparison above compares something.
  expect((await get(`/desk/articles/${changed.articleId}`, { cookie })).text).toContain(changed.mark);
});

test('a picture of a draft is found under an address that nobody can guess, and under no number', async () => {
  const assetId = await addPicture();
  for (const target of [
    `/media/${assetId}`,
    `/media/${assetId}.jpg`,
    `/desk/pictures/${assetId}`,
    '/media/',
    '/media',
  ]) {
    const { status, text } = await get(target);
    expect([target, status === 404 || status === 307 || status === 405]).toEqual([target, true]);
    expect(text).not.toContain('contentHash');
  }
  expect((await get(`/desk/media/${assetId}`)).headers.location).toContain('/desk/sign-in');
});
