import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper, type SaveAnswer } from '@/components/desk/article-form/draft-keeper';
import { type ArticleContent, emptyContent } from '@/lib/article-content';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const text = (headline: string): ArticleContent => ({ ...emptyContent(1), headline });

type Request = { baseVersion: number; kind: string; content: ArticleContent };

function start(answer: (request: Request, count: number) => Promise<SaveAnswer>) {
  const requests: Request[] = [];
  let copy: ArticleContent | undefined;
  const keeper = new DraftKeeper({
    version: 1,
    content: text('起'),
    send: (request) => {
      requests.push(request);
      return answer(request, requests.length);
    },
    keepCopy: ({ content }) => {
      copy = content;
    },
    dropCopy: () => {
      copy = undefined;
    },
  });
  return { keeper, requests, copy: () => copy };
}

const accept = async ({ baseVersion }: Request): Promise<SaveAnswer> => ({
  ok: true,
  value: { version: baseVersion + 1, savedAt: new Date() },
});

test('a change is on the server two seconds after the last key, in one save', async () => {
  const { keeper, requests, copy } = start(accept);
  for (const headline of ['一', '二', '三']) {
    keeper.change(text(headline));
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(copy()?.headline).toBe('三');
  await vi.advanceTimersByTimeAsync(1700);
  expect(requests.map(({ baseVersion, content }) => [baseVersion, content.headline])).toEqual([[1, '三']]);
  expect(keeper.state).toMatchObject({ kind: 'saved' });
  expect(keeper.version).toBe(2);
  expect(copy()).toBeUndefined();
});

test('whoever types without a pause is saved all the same', async () => {
  const { keeper, requests } = start(accept);
  for (let key = 0; key < 20; key += 1) {
    keeper.change(text(`第${key}键`));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(requests.length).toBeGreaterThanOrEqual(2);
});

test('what is typed during a save is saved next, on top of the answered version', async () => {
  let answerFirst: (answer: SaveAnswer) => void = () => undefined;
  const { keeper, requests, copy } = start((request, count) =>
    count === 1 ? new Promise((resolve) => (answerFirst = resolve)) : accept(request),
  );
  keeper.change(text('一'));
  await vi.advanceTimersByTimeAsync(1000);
  keeper.change(text('二'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(requests).toHaveLength(1);
  answerFirst({ ok: true, value: { version: 2, savedAt: new Date() } });
  await vi.advanceTimersByTimeAsync(0);
  expect(copy()?.headline).toBe('二');
  await vi.advanceTimersByTimeAsync(1000);
  expect(requests.map(({ baseVersion, content }) => [baseVersion, content.headline])).toEqual([
    [1, '一'],
    [2, '二'],
  ]);
});

test('without a connection the copy stays, and the text is sent when there is one again', async () => {
  let isOnline = false;
  const { keeper, requests, copy } = start((request) =>
    isOnline ? accept(request) : Promise.reject(new TypeError('Failed to fetch')),
  );
  keeper.change(text('一'));
  await vi.advanceTimersByTimeAsync(10_000);
  keeper.change(text('二'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(keeper.state.kind).toBe('offline');
  expect(copy()?.headline).toBe('二');
  isOnline = true;
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.state.kind).toBe('saved');
  expect(requests.at(-1)).toMatchObject({ baseVersion: 1, content: { headline: '二' } });
  expect(copy()).toBeUndefined();
});

test('a conflict stops the saves until both texts are made into one', async () => {
  const conflict = { version: 5, content: text('他的'), editorName: '某', savedAt: new Date() };
  const { keeper, requests, copy } = start((request, count) =>
    count === 1 ? Promise.resolve({ ok: false, problems: [], conflict }) : accept(request),
  );
  keeper.change(text('我的'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeper.state).toMatchObject({ kind: 'conflict', base: { headline: '起' } });
  keeper.change(text('我的又改'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(requests).toHaveLength(1);
  expect(copy()?.headline).toBe('我的又改');
  await keeper.resolve(conflict, text('合并的'));
  expect(requests.at(-1)).toMatchObject({ baseVersion: 5, content: { headline: '合并的' } });
  expect(keeper.state.kind).toBe('saved');
});

test('when signed out the text waits and is saved after signing in', async () => {
  let isSignedIn = false;
  const { keeper, copy } = start((request) =>
    isSignedIn ? accept(request) : Promise.resolve({ ok: false, problems: [], isSignedOut: true }),
  );
  keeper.change(text('一'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(keeper.state.kind).toBe('signedOut');
  expect(copy()?.headline).toBe('一');
  isSignedIn = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(keeper.state.kind).toBe('saved');
});

test('a refused text is kept and tried again with the next change', async () => {
  const { keeper, copy } = start((request, count) =>
    count === 1
      ? Promise.resolve({ ok: false, problems: [{ field: 'headline', message: '太长' }] })
      : accept(request),
  );
  keeper.change(text('长'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeper.state.kind).toBe('refused');
  expect(copy()?.headline).toBe('长');
  keeper.change(text('短'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeper.state.kind).toBe('saved');
});

test('after a take-over nothing is saved by itself, and everything after taking it back', async () => {
  const { keeper, requests } = start(accept);
  keeper.stopForTakeOver();
  keeper.change(text('还在写'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(requests).toHaveLength(0);
  keeper.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(requests.at(-1)?.content.headline).toBe('还在写');
});

test('saving by hand during an autosave sends what was typed since', async () => {
  const { keeper, requests } = start(accept);
  keeper.change(text('一'));
  await vi.advanceTimersByTimeAsync(1000);
  keeper.change(text('二'));
  await keeper.saveNow();
  expect(requests.at(-1)).toMatchObject({ kind: 'save', content: { headline: '二' } });
  expect(keeper.isSafe).toBe(true);
});
