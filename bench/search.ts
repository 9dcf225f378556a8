import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type ArchiveItem, writeArchive } from '@/bench/archive-writer';
import { type Corpus, readCorpus } from '@/bench/search-corpus';
import { percentile } from '@/bench/throughput';
import { closeDatabase, databaseFileIn, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { seedSections } from '@/bench/search-sections';
import { countSearchSections } from '@/features/search/count-search-sections';
import { searchArticles, type SearchPosition } from '@/features/search/search-articles';
import { normalizeForSearch } from '@/lib/search-tokens';

/*
 * npm run bench:search: what the search finds in the shared corpora, and how long it takes at 350,000 articles.
 * npm run check:search -- DIR: the findings alone, for any folder of the same form.
 */
const [kind = 'bench', folder = '../shared/data'] = process.argv.slice(2);
const corpus = readCorpus(path.resolve(folder));
await measureFindings(corpus);
if (kind === 'bench') await measureSpeed(corpus);

async function open(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-search-'));
  process.env.DATA_DIR = dataDir;
  await prepareDatabase(dataDir);
  await tx((q) => ensureFoundation(q));
  await seedSections();
  await closeDatabase();
  return dataDir;
}

async function close(dataDir: string): Promise<void> {
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}

/** Every article that a query finds, page by page, as a reader would go through them. */
async function findAll(query: string): Promise<{ ids: number[]; firstPage: number[] }> {
  const ids: number[] = [];
  let from: SearchPosition | undefined;
  let firstPage: number[] | undefined;
  do {
    const page = await searchArticles(query, { from });
    ids.push(...page.articles.map(({ id }) => id));
    firstPage ??= [...ids];
    from = page.next;
  } while (from !== undefined && ids.length < 3000);
  return { ids, firstPage };
}

async function measureFindings({ headlines, bodies, truths, traps }: Corpus): Promise<void> {
  const dataDir = await open();
  const items: ArchiveItem[] = [...headlines, ...bodies].map(({ title, body }, index) => ({
    headline: title,
    paragraphs: body,
    publishedAt: Date.parse('2005-01-01') + index * 1_800_000,
    sectionIndex: index,
  }));
  const { ids } = writeArchive(dataDir, items);
  const idOf = new Map([...headlines, ...bodies].map(({ id }, index) => [id, ids[index]!]));
  const titleOf = new Map([...headlines, ...bodies].map(({ title }, index) => [ids[index]!, compact(title)]));
  const kinds = new Map<string, { queries: number; hits: number; missing: number; more: number }>();
  let reciprocal = 0;
  let ranked = 0;
  for (const { query, kind: queryKind, headlines: inTitles, bodies: inBodies } of truths) {
    if (inTitles === null || inBodies === null) continue;
    const found = await findAll(query);
    const wanted = [...inTitles, ...inBodies].map((id) => idOf.get(id)!);
    const got = new Set(found.ids);
    const count = kinds.get(queryKind) ?? { queries: 0, hits: 0, missing: 0, more: 0 };
    count.queries += 1;
    count.hits += wanted.length;
    count.missing += wanted.filter((id) => !got.has(id)).length;
    count.more += got.size - wanted.filter((id) => got.has(id)).length;
    kinds.set(queryKind, count);
    // Among the hits, the first of those with the words in the headline should be the first of all.
    const words = query.split(/\s+/u).map(compact);
    const inHeadline = new Set(
      found.ids.filter((id) => words.every((word) => titleOf.get(id)!.includes(word))),
    );
    if (inHeadline.size > 0 && inHeadline.size < found.ids.length) {
      ranked += 1;
      reciprocal += 1 / (found.ids.findIndex((id) => inHeadline.has(id)) + 1);
    }
  }
  console.table(Object.fromEntries(kinds));
  const total = [...kinds.values()].reduce(
    (sum, { hits, missing }) => [sum[0]! + hits, sum[1]! + missing],
    [0, 0],
  );
  console.log(
    `召回：${(100 * (1 - total[1]! / total[0]!)).toFixed(3)} %（${total[0]} 处字面命中，漏 ${total[1]}）`,
  );
  console.log(`标题命中的平均倒数排名：${(reciprocal / ranked).toFixed(4)}（${ranked} 个查询）`);
  await measureTraps(traps, idOf, headlines, ids);
  await close(dataDir);
}

function compact(text: string): string {
  return normalizeForSearch(text).replaceAll(/\s/gu, '');
}

/** For each trap: does every headline in which the name is a word stand above the one where it is none? */
async function measureTraps(
  traps: Corpus['traps'],
  idOf: ReadonlyMap<string, number>,
  headlines: Corpus['headlines'],
  ids: number[],
): Promise<void> {
  const trapIds = new Map<string, Set<number>>();
  for (const { query, id } of traps) {
    const known = trapIds.get(query) ?? new Set<number>();
    trapIds.set(query, known.add(idOf.get(id)!));
  }
  let good = 0;
  let all = 0;
  for (const [query, crossing] of trapIds) {
    const { ids: found } = await findAll(query);
    const words = headlines.flatMap(({ title }, index) =>
      title.includes(query) && !crossing.has(ids[index]!) ? [ids[index]!] : [],
    );
    const trueRank = found.findIndex((id) => words.includes(id));
    for (const id of crossing) {
      all += 1;
      const rank = found.indexOf(id);
      if (rank === -1 || (trueRank !== -1 && trueRank < rank)) good += 1;
      else console.log(`  跨词界排在前面：${query}（第 ${rank + 1} 位，真地名第 ${trueRank + 1} 位）`);
    }
  }
  console.log(`跨词界陷阱：${good}/${all} 处真地名排在前面（${((100 * good) / all).toFixed(0)} %）`);
}

async function measureSpeed({ headlines, bodies, queries }: Corpus): Promise<void> {
  const dataDir = await open();
  const count = 350_000;
  function* items(): Generator<ArchiveItem> {
    for (let index = 0; index < count; index += 1) {
      yield {
        headline: headlines[index % headlines.length]!.title,
        paragraphs: bodies[index % bodies.length]!.body,
        publishedAt: Date.parse('2006-01-01') + index * 1_800_000,
        sectionIndex: index,
      };
    }
  }
  let characters = 0;
  for (const { headline, paragraphs } of items()) characters += headline.length + paragraphs.join('').length;
  const { indexTime } = writeArchive(dataDir, items());
  const indexSize = sizeOfIndex(dataDir);
  console.log(
    `索引：${Math.round((count / indexTime) * 1000)} 篇/秒；文字 ${mega(characters * 3)} MB（UTF-8），索引 ${mega(indexSize)} MB，比 ${(indexSize / (characters * 3)).toFixed(2)}；数据库 ${mega(statSync(databaseFileIn(dataDir)).size)} MB`,
  );
  const before = process.memoryUsage().rss;
  const rows: Record<string, Record<string, string>> = {};
  const variants: [string, (query: string) => Promise<unknown>][] = [
    ['首页', (query) => searchArticles(query)],
    [
      '首页＋栏目＋一年内',
      (query) =>
        searchArticles(query, {
          filters: { sectionId: 3, from: new Date(Date.parse('2006-01-01') + (count - 17_520) * 1_800_000) },
        }),
    ],
    ['首页＋栏目', (query) => searchArticles(query, { filters: { sectionId: 3 } })],
    ['栏目计数', (query) => countSearchSections(query)],
    ['按时间', (query) => searchArticles(query, { order: 'time' })],
  ];
  for (const [name, ask] of variants) {
    const times: number[] = [];
    for (const query of queries) {
      const start = performance.now();
      await ask(query);
      times.push(performance.now() - start);
    }
    rows[name] = {
      p50: percentile(times, 0.5).toFixed(1),
      p95: percentile(times, 0.95).toFixed(1),
      p99: percentile(times, 0.99).toFixed(1),
      最慢: Math.max(...times).toFixed(1),
    };
  }
  console.log(`${count} 篇带正文的稿件，${queries.length} 个查询，毫秒`);
  console.table(rows);
  console.log(`内存：查询前 ${mega(before)} MB，查询后 ${mega(process.memoryUsage().rss)} MB`);
  await close(dataDir);
}

/** What the tables of the full-text index take, in bytes. */
function sizeOfIndex(dataDir: string): number {
  const connection = new Database(databaseFileIn(dataDir), { readonly: true });
  const row = connection
    .prepare(`select sum(pgsize) as size from dbstat where name like 'search\\_%' escape '\\'`)
    .get() as { size: number };
  connection.close();
  return row.size;
}

function mega(bytes: number): number {
  return Math.round(bytes / 1e6);
}
