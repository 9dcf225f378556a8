import { beforeEach, expect, test } from 'vitest';
import { database, tx } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { insertArticle } from '@/features/articles/insert-article';
import { exportEvents } from '@/features/timeline/export-events';
import { listArticleEvents } from '@/features/timeline/list-article-events';
import { eventFilters, listEvents } from '@/features/timeline/list-events';
import { recordEvent, type TimelineEntry } from '@/features/timeline/record-event';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

let chief: Editor;
let reporter: Editor;

beforeEach(async () => {
  await rootSectionId();
  chief = await addEditor('方既白', ['administrator']);
  reporter = await addEditor('叶小满', ['reporter']);
});

const record = (editor: Editor | undefined, entry: TimelineEntry, at = '2026-11-20T08:00:00+08:00') =>
  tx((q) => recordEvent(q, editor, entry, new Date(at)));

const asked = (given: Record<string, string>) => eventFilters.parse(given);

const subjectsOf = async (given: Record<string, string>) =>
  (await listEvents(chief, asked(given))).events.map(({ subject }) => subject);

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('each filter narrows the events, and they count together', async () => {
  await record(chief, { kind: 'created', articleId: 7, subject: '甲' }, '2026-11-19T23:59:59.999+08:00');
  await record(reporter, { kind: 'created', articleId: 8, subject: '乙' }, '2026-11-20T00:00:00+08:00');
  await record(reporter, { kind: 'sent', articleId: 8, subject: '丙' }, '2026-11-20T23:59:59.999+08:00');
  await record(undefined, { kind: 'signInRefused', subject: '丁' }, '2026-11-21T00:00:00+08:00');
  expect(await subjectsOf({})).toEqual(['丁', '丙', '乙', '甲']);
  expect(await subjectsOf({ person: String(reporter.id) })).toEqual(['丙', '乙']);
  expect(await subjectsOf({ person: 'none' })).toEqual(['丁']);
  expect(await subjectsOf({ kind: 'created' })).toEqual(['乙', '甲']);
  expect(await subjectsOf({ article: '8', kind: 'sent' })).toEqual(['丙']);
  expect(await subjectsOf({ from: '2026-11-20', to: '2026-11-20' })).toEqual(['丙', '乙']);
  expect(await subjectsOf({ from: '2026-11-21' })).toEqual(['丁']);
  expect(await subjectsOf({ to: '2026-11-19' })).toEqual(['甲']);
  expect(await subjectsOf({ from: '2027-01-01' })).toEqual([]);
  expect(await subjectsOf({ person: '', kind: '', article: '', from: '', to: '' })).toHaveLength(4);
});

test('an event written while the clock was wrong is found on the day that the clock said', async () => {
  await record(chief, { kind: 'created', subject: '早' }, '2026-11-20T08:00:00+08:00');
  await record(chief, { kind: 'created', subject: '拨慢' }, '2026-11-10T08:00:00+08:00');
  await record(chief, { kind: 'created', subject: '晚' }, '2026-11-20T09:00:00+08:00');
  expect(await subjectsOf({ from: '2026-11-20' })).toEqual(['晚', '早']);
  expect(await subjectsOf({ to: '2026-11-15' })).toEqual(['拨慢']);
});

test('who was refused at the door is not called the command line', async () => {
  await record(undefined, { kind: 'signInRefused', subject: 'x@city.example' });
  await record(undefined, { kind: 'editorInvited', subject: 'y@city.example' });
  const { events } = await listEvents(chief, asked({}));
  expect(events.map(({ editorName }) => editorName)).toEqual(['命令行', '未登录']);
});

test.for([{ person: '0' }, { kind: 'everything' }, { article: '1e20' }, { from: '2026-02-30' }, { to: 'x' }])(
  'a filter %j that names nothing is a problem, not an empty page',
  (given) => {
    expect(eventFilters.safeParse(given).success).toBe(false);
  },
);

test('the pages follow each other without a gap and without a repetition', async () => {
  for (let index = 0; index < 7; index += 1) await record(chief, { kind: 'saved', subject: String(index) });
  const seen: string[] = [];
  for (let before: number | undefined; ;) {
    const { events, older } = await listEvents(chief, asked({}), { before, limit: 3 });
    seen.push(...events.map(({ subject }) => subject));
    // What is added meanwhile moves nothing.
    await record(chief, { kind: 'saved', subject: 'new' });
    if (older === undefined) break;
    before = older;
  }
  expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
});

test('the export holds the rows of the page, in their order, and says when there are more', async () => {
  for (let index = 0; index < 5; index += 1) {
    await record(chief, {
      kind: 'published',
      articleId: 3,
      subject: `第 ${index} 篇`,
      toStatus: 'published',
    });
  }
  await record(reporter, { kind: 'created', subject: '=HYPERLINK("http://x")' });
  const all = await textOf(await exportEvents(chief, asked({}), { mostRows: 100, rowsPerPiece: 2 }));
  const lines = all.split('\r\n');
  expect(lines[0]).toBe('\u{FEFF}时间,人员,操作,稿件编号,对象,原状态,新状态,版本,说明');
  expect(lines[1]).toBe(`2026-11-20 08:00,叶小满,新建稿件,,"'=HYPERLINK(""http://x"")",,,,`);
  expect(lines[2]).toBe('2026-11-20 08:00,方既白,发布,3,第 4 篇,,已发布,,');
  expect(lines).toHaveLength(1 + 6 + 1);

  const filtered = asked({ kind: 'published' });
  const { events } = await listEvents(chief, filtered);
  const cut = await textOf(await exportEvents(chief, filtered, { mostRows: 3, rowsPerPiece: 2 }));
  expect([...cut.matchAll(/第 \d 篇/gu)].map(([subject]) => subject)).toEqual(
    events.slice(0, 3).map(({ subject }) => subject),
  );
  expect(cut).toContain('只导出了最新的 3 条');
});

test('whoever may not read the audit gets neither a page nor the start of a file', async () => {
  await expect(listEvents(reporter, asked({}))).rejects.toThrow(NotAllowedError);
  await expect(exportEvents(reporter, asked({}))).rejects.toThrow(NotAllowedError);
});

test('an article’s own story is told to those who may see it', async () => {
  const body = { type: 'doc' as const, content: [paragraph('一段正文。')] };
  const articleId = await tx((q) =>
    insertArticle(q, { sectionId: 1, headline: '桥', body, credits: [] }, new Date()),
  );
  await record(reporter, { kind: 'created', articleId, subject: '桥' });
  await record(reporter, { kind: 'sent', articleId, subject: '桥' });
  await record(reporter, { kind: 'created', articleId: articleId + 1, subject: '别的' });
  const events = await listArticleEvents(reporter, articleId);
  expect(events.map(({ kind }) => kind)).toEqual(['sent', 'created']);
  // An administrator manages people, not articles.
  await expect(listArticleEvents(chief, articleId)).rejects.toThrow(NotAllowedError);
  expect(await listArticleEvents(reporter, 999)).toEqual([]);
});

/** What SQLite would do for each statement that `work` sends about the timeline. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const { reader, writer } = database();
  const statements: string[] = [];
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((source: string) => {
    statements.push(source);
    return prepare(source);
  }) as typeof reader.prepare;
  await work();
  reader.prepare = prepare;
  return statements
    .filter((source) => source.includes('"timeline_events"'))
    .flatMap((source) => {
      const values = Array<number>(source.match(/\?/gu)?.length ?? 0).fill(1);
      const steps = writer.prepare(`explain query plan ${source}`).all(...values) as { detail: string }[];
      return steps.map(({ detail }) => detail);
    });
}

test.for([
  [{ person: '1' }, 'timeline_events_editor_id_id_index'],
  [{ person: 'none' }, 'timeline_events_editor_id_id_index'],
  [{ kind: 'created' }, 'timeline_events_kind_id_index'],
  [{ article: '7' }, 'timeline_events_article_id_id_index'],
  [{ from: '2026-11-20', to: '2026-11-21' }, 'timeline_events_at_index'],
  [{ person: '1', from: '2026-11-20' }, 'timeline_events_editor_id_id_index'],
] as const)('the filter %j is answered by an index and nothing is sorted', async ([given, index]) => {
  await tx((q) =>
    q
      .insert(timelineEvents)
      .values({ kind: 'created', at: new Date('2026-11-20T12:00:00+08:00'), editorName: 'x' }),
  );
  const plans = await plansOf(() => listEvents(chief, asked(given), { before: 1000 }));
  expect(plans.filter((plan) => /^SCAN|TEMP B-TREE/u.test(plan))).toEqual([]);
  expect(plans.join('\n')).toContain(index);
});
