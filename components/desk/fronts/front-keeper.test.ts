import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeBlock } from '@/components/desk/fronts/front-changes';
import { FrontKeeper, type FrontSaveAnswer } from '@/components/desk/fronts/front-keeper';
import type { FrontDesk } from '@/features/fronts/get-front-draft';
import type { FrontDraft } from '@/lib/front-draft';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const draft: FrontDraft = {
  blocks: [{ blockId: 1, title: '头条', sectionId: null, itemLimit: 4, items: [] }],
};

function deskWith(version: number, changes: Partial<FrontDesk> = {}): FrontDesk {
  return {
    key: 'home',
    version,
    savedBy: '甲',
    savedAt: null,
    draft,
    live: draft,
    lastLaunch: undefined,
    kinds: { 1: 'lead' },
    articles: {},
    added: {},
    ...changes,
  };
}

const titled = (title: string) => changeBlock(draft, 1, { title });
const titleOf = (content: FrontDraft) => content.blocks[0]!.title;

type Sent = { baseVersion: number; content: FrontDraft };

/** A server that accepts every save and remembers it. */
function acceptingServer() {
  const sent: Sent[] = [];
  const send = (save: Sent): Promise<FrontSaveAnswer> => {
    sent.push(save);
    const version = save.baseVersion + 1;
    return Promise.resolve({
      ok: true,
      value: { version, desk: deskWith(version, { draft: save.content }) },
    });
  };
  return { sent, send };
}

test('changes without a pause are on their way within two seconds', async () => {
  const { sent, send } = acceptingServer();
  const keeper = new FrontKeeper(deskWith(3), send);
  for (let time = 0; time < 20; time += 1) {
    keeper.change(titled(`第 ${time} 次`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.length).toBeGreaterThan(0);
  expect(sent[0]!.baseVersion).toBe(3);
  await vi.advanceTimersByTimeAsync(2000);
  expect(titleOf(sent.at(-1)!.content)).toBe('第 19 次');
  expect(keeper.isSafe).toBe(true);
});

test('what the rule adds is told anew with every save, and not by news of another arrangement', async () => {
  const added = { 1: [{ articleId: 7, headline: '补上的' }] };
  const keeper = new FrontKeeper(deskWith(0), () =>
    Promise.resolve({ ok: true, value: { version: 1, desk: deskWith(1, { added }) } }),
  );
  keeper.change(titled('一'));
  await keeper.settle();
  expect(keeper.getState().desk.added).toEqual(added);
  keeper.hear(deskWith(2, { added: {} }));
  expect(keeper.getState().desk).toMatchObject({ version: 2, added });
});

test('what is changed during a save is saved after it, on top of its version', async () => {
  const answers: ((answer: FrontSaveAnswer) => void)[] = [];
  const sent: Sent[] = [];
  const keeper = new FrontKeeper(deskWith(0), (save) => {
    sent.push(save);
    return new Promise((resolve) => answers.push(resolve));
  });
  keeper.change(titled('一'));
  await vi.advanceTimersByTimeAsync(2000);
  keeper.change(titled('二'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(1);
  answers[0]!({ ok: true, value: { version: 1, desk: deskWith(1) } });
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent.map(({ baseVersion, content }) => [baseVersion, titleOf(content)])).toEqual([
    [0, '一'],
    [1, '二'],
  ]);
  expect(titleOf(keeper.getState().content)).toBe('二');
});

test('without an answer it tries again and says so', async () => {
  let isDown = true;
  const { sent, send } = acceptingServer();
  const keeper = new FrontKeeper(deskWith(0), (save) =>
    isDown ? Promise.reject(new Error('offline')) : send(save),
  );
  keeper.change(titled('一'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeper.getState().saving.kind).toBe('offline');
  isDown = false;
  await vi.advanceTimersByTimeAsync(4000);
  expect(sent).toHaveLength(1);
  expect(keeper.getState().saving.kind).toBe('saved');
});

test('a conflict stops the saves until the editor chose, and keeps what they arranged', async () => {
  const conflict = { version: 5, savedBy: '乙', savedAt: null, isOwn: false };
  const { sent, send } = acceptingServer();
  let isStale = true;
  const keeper = new FrontKeeper(deskWith(1), (save) =>
    isStale
      ? Promise.resolve({ ok: false, problems: [{ field: '', message: '乙保存了' }], conflict })
      : send(save),
  );
  keeper.change(titled('我的'));
  await vi.advanceTimersByTimeAsync(1000);
  isStale = false;
  keeper.change(titled('我的二'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(0);
  expect(await keeper.settle()).toBe(false);
  await keeper.overwrite(conflict);
  expect(sent.map(({ baseVersion, content }) => [baseVersion, titleOf(content)])).toEqual([[5, '我的二']]);
});

test('news of a launch by somebody else does not become the launch that the editor knows', () => {
  const { send } = acceptingServer();
  const keeper = new FrontKeeper(deskWith(1), send);
  const lastLaunch = { id: 9, editorName: '乙', launchedAt: new Date(0), blockTitle: null };
  keeper.hear(deskWith(1, { lastLaunch }));
  expect(keeper.getState()).toMatchObject({ seenLaunchId: 0, desk: { lastLaunch: { id: 9 } } });
  keeper.acknowledgeLaunch();
  expect(keeper.getState().seenLaunchId).toBe(9);
});
