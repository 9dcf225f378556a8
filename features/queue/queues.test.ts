import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { openArticles } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { may, NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { countQueues } from '@/features/queue/count-queues';
import { listQueue } from '@/features/queue/list-queue';
import type { QueueRow } from '@/features/queue/queue-row';
import { addSectionTree, fillDesk, sequence } from '@/features/queue/testing/desk-archive';
import { startOfDay } from '@/lib/dates';
import { type EditorRole, editorRoles } from '@/lib/editor-role';
import { isReviewQueue, type Queue, queues, type ReviewQueue } from '@/lib/queue';
import type { QueueQuestion } from '@/lib/queue-question';

useFreshDatabase();

const now = new Date('2026-11-23T09:30:00+08:00');

let sectionIds: number[];
let people: Editor[];

async function prepare(count: number, seed: number): Promise<void> {
  sectionIds = await addSectionTree(await rootSectionId());
  people = [];
  for (let index = 0; index < 6; index += 1) people.push(await addEditor(`同事${index}`, []));
  await fillDesk({ count, sectionIds, editorIds: people.map(({ id }) => id), now, seed });
}

type Article = Omit<typeof articles.$inferSelect, 'body'>;

/** The definition of the queues, said once more and slowly: every article is looked at and every right asked. */
async function plainScan(editor: Editor, question: QueueQuestion): Promise<Article[]> {
  const { queue, sectionId, status, personId } = question;
  const rows = await reader().select().from(articles);
  const parents = new Map(
    (await reader().select().from(sections)).map(({ id, parentId }) => [id, parentId] as const),
  );
  const rights = new Map<string, boolean>();
  const mayOnce = async (verb: 'viewArticle' | 'returnArticle' | 'publishArticle', article: Article) => {
    const isOwn = article.createdBy === editor.id;
    const key = `${verb} ${article.sectionId} ${isOwn}`;
    const target = { sectionId: article.sectionId, ownerId: article.createdBy };
    if (!rights.has(key)) rights.set(key, await may(reader(), editor, verb, target));
    return rights.get(key)!;
  };
  const isBelow = (id: number | null): boolean =>
    id !== null && (id === sectionId || isBelow(parents.get(id) ?? null));
  const isChanged = (one: Article) => one.status === 'published' && one.version > one.publishedVersion!;
  const lies: Record<Exclude<Queue, ReviewQueue>, (article: Article) => boolean | Promise<boolean>> = {
    mine: (one) => one.createdBy === editor.id && ['draft', 'unpublished'].includes(one.status),
    sent: (one) =>
      one.assigneeId === editor.id && (['draft', 'inReview'].includes(one.status) || isChanged(one)),
    waiting: async (one) =>
      one.status === 'inReview' &&
      ((await mayOnce('returnArticle', one)) || (await mayOnce('publishArticle', one))),
    changed: isChanged,
    scheduled: (one) => one.status === 'scheduled',
    today: (one) => one.status === 'published' && one.publishedAt! >= startOfDay(now),
    all: () => true,
  };
  // The heaps of the chain are scanned in review-heaps.test.ts.
  if (isReviewQueue(queue)) return [];
  const found: Article[] = [];
  for (const row of rows) {
    if (!(await mayOnce('viewArticle', row)) || !(await lies[queue](row))) continue;
    if (sectionId !== undefined && !isBelow(row.sectionId)) continue;
    if (status !== undefined && row.status !== status) continue;
    if (personId !== undefined && row.createdBy !== personId && row.assigneeId !== personId) continue;
    found.push(row);
  }
  const order = (one: Article) => (queue === 'today' ? one.publishedAt! : one.updatedAt).getTime();
  return found.toSorted((left, right) => order(right) - order(left) || right.id - left.id);
}

async function listAll(editor: Editor, question: QueueQuestion): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let before = question.before;
  do {
    const page = await listQueue(editor, { ...question, before }, now);
    rows.push(...page.rows);
    if (page.older !== undefined) expect(page.rows).toHaveLength(50);
    before = page.older;
  } while (before !== undefined);
  return rows;
}

const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);

function someEditor(next: (limit: number) => number, mustSee: boolean): Editor {
  const roles = Array.from({ length: 1 + next(3) }, () => ({
    role: editorRoles[next(editorRoles.length)]!,
    sectionId: sectionIds[next(sectionIds.length)]!,
  }));
  if (mustSee) roles.push({ role: 'correspondent', sectionId: sectionIds[next(3)]! });
  return { ...people[next(people.length)]!, roles };
}

test.for([11, 12, 13])(
  'for any editor each count, each page and each filter agrees with a plain scan of 2,000 articles (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    await prepare(2000, seed);
    const next = sequence(seed);
    for (let round = 0; round < 6; round += 1) {
      const editor = someEditor(next, true);
      const counts = await countQueues(editor, now);
      for (const queue of queues) {
        const told = `${JSON.stringify(editor.roles)} ${queue}`;
        const rows = await listAll(editor, { queue });
        const plain = ids(await plainScan(editor, { queue }));
        // The question stands beside the answers, so that a failure names it.
        expect({ told, ids: ids(rows), count: counts[queue] }).toEqual({
          told,
          ids: plain,
          count: plain.length,
        });
        const question: QueueQuestion = {
          queue,
          ...(next(2) === 0 && { sectionId: sectionIds[next(sectionIds.length)] }),
          ...(next(2) === 0 && { status: (['draft', 'inReview', 'published'] as const)[next(3)] }),
          ...(next(2) === 0 && { personId: people[next(people.length)]!.id }),
        };
        const filtered = await listAll(editor, question);
        const why = `${told} ${JSON.stringify(question)}`;
        expect({ why, ids: ids(filtered) }).toEqual({ why, ids: ids(await plainScan(editor, question)) });
      }
    }
  },
);

test('the queues of the test are not empty, so that agreeing means something', async () => {
  await prepare(2000, 11);
  const chief = { ...people[0]!, roles: [{ role: 'chiefEditor' as const, sectionId: sectionIds[0]! }] };
  const counts = await countQueues(chief, now);
  const plain = queues.filter((queue) => !isReviewQueue(queue));
  expect(plain.filter((queue) => counts[queue] < 5)).toEqual([]);
});

test('words find live and other articles alike, and only those the editor may see', async () => {
  await prepare(2000, 14);
  const next = sequence(15);
  for (let round = 0; round < 5; round += 1) {
    const editor = someEditor(next, true);
    const expected = (await plainScan(editor, { queue: 'all' })).filter(({ headline }) =>
      headline.includes('三桥'),
    );
    expect(ids(await listAll(editor, { queue: 'all', words: '三桥' }))).toEqual(ids(expected));
  }
});

async function oneArticle(values: Partial<typeof articles.$inferInsert>): Promise<number> {
  return tx(async (q) => {
    const [row] = await q
      .insert(articles)
      .values({
        sectionId: sectionIds[1]!,
        headline: '独一篇',
        createdAt: now,
        updatedAt: now,
        body: { type: 'doc', content: [] },
        ...values,
      })
      .returning({ id: articles.id });
    return row!.id;
  });
}

const withRole = (editor: Editor, role: EditorRole, sectionId = sectionIds[0]!): Editor => ({
  ...editor,
  roles: [{ role, sectionId }],
});

beforeEach(() => {
  people = [];
  sectionIds = [];
});

test.for(['#', '＃', ''])('%s1042 finds the article of that number', async (mark) => {
  await prepare(0, 1);
  await oneArticle({ id: 1042 });
  const editor = withRole(people[0]!, 'reporter');
  expect(ids((await listQueue(editor, { queue: 'all', words: `${mark}1042` }, now)).rows)).toEqual([1042]);
  const foreign = withRole(people[0]!, 'reporter', sectionIds.at(-1)!);
  expect((await listQueue(foreign, { queue: 'all', words: `${mark}1042` }, now)).rows).toEqual([]);
});

test.for(['！', '"', '*', '#', 'NEAR(', '%_', '#99999999999999999999'])(
  'the words %j find nothing and break nothing',
  async (words) => {
    await prepare(20, 1);
    const editor = withRole(people[0]!, 'chiefEditor');
    expect((await listQueue(editor, { queue: 'all', words }, now)).rows).toEqual([]);
  },
);

test('a line tells who has the article open now, and not who has gone or was taken over from', async () => {
  await prepare(0, 1);
  const articleId = await oneArticle({ createdBy: people[0]!.id, assigneeId: people[1]!.id });
  const open = (person: Editor, tab: string, age: number, yieldedAt?: Date) => ({
    articleId,
    tab,
    editorId: person.id,
    openedAt: now,
    seenAt: new Date(now.getTime() - age),
    yieldedAt,
  });
  await tx((q) =>
    q
      .insert(openArticles)
      .values([
        open(people[2]!, 'first-tab', 1000),
        open(people[2]!, 'second-tab', 2000),
        open(people[3]!, 'gone', 31_000),
        open(people[4]!, 'yielded', 1000, now),
      ]),
  );
  const { rows } = await listQueue(withRole(people[5]!, 'editor'), { queue: 'all' }, now);
  expect(rows).toMatchObject([
    { createdByName: '同事0', assigneeName: '同事1', openBy: ['同事2'], sectionLine: 'channel-0' },
  ]);
});

test('an article with equal times on both sides of a page is listed once', async () => {
  await prepare(0, 1);
  for (let index = 0; index < 120; index += 1) await oneArticle({ headline: String(index) });
  const rows = await listAll(withRole(people[0]!, 'chiefEditor'), { queue: 'all' });
  expect(new Set(ids(rows)).size).toBe(120);
});

test('whoever may see no articles is refused, lists and counts alike', async () => {
  await prepare(5, 1);
  const administrator = withRole(people[0]!, 'administrator');
  await expect(listQueue(administrator, { queue: 'all' }, now)).rejects.toThrow(NotAllowedError);
  await expect(countQueues(administrator, now)).rejects.toThrow(NotAllowedError);
});

test('an article published yesterday at 23:59 in Beijing is not of today', async () => {
  await prepare(0, 1);
  const at = (instant: string) => ({ status: 'published' as const, publishedAt: new Date(instant) });
  await oneArticle({ ...at('2026-11-22T23:59:59.999+08:00'), publishedVersion: 1 });
  const first = await oneArticle({ ...at('2026-11-23T00:00:00+08:00'), publishedVersion: 1 });
  const chief = withRole(people[0]!, 'chiefEditor');
  expect(ids((await listQueue(chief, { queue: 'today' }, now)).rows)).toEqual([first]);
  await tx((q) => q.update(articles).set({ status: 'unpublished' }).where(eq(articles.id, first)));
  expect((await listQueue(chief, { queue: 'today' }, now)).rows).toEqual([]);
});
