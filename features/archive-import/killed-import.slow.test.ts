import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { closeDatabase, databaseFileIn, reader } from '@/db/client';
import { articles, listings } from '@/db/schema/articles';
import { importDone, importItems, importRuns } from '@/db/schema/imports';
import { redirects } from '@/db/schema/site';
import { problemsOfSearchIndex } from '@/features/search/check-search';

const root = path.resolve(import.meta.dirname, '../..');
const pageCount = 2400;
const rowCount = 3000;

/** Pages, some of them bad, and a table, so that a kill falls into either. */
function writeArchive(folder: string): string[] {
  const places: string[] = [];
  for (let index = 0; index < pageCount; index += 1) {
    const name = `${index % 20}/${index}.html`;
    mkdirSync(path.join(folder, String(index % 20)), { recursive: true });
    const text = `<p>第 ${index} 条讲的是桥上又走人了，两岸的人都来看灯，孩子坐在大人的肩上。</p>`;
    const html = `<html><head><meta charset="utf-8"><title>第${index}座桥通车-澄江网</title><link rel="canonical" href="http://old.example.cn/a/${index}.html"></head><body><h1>第${index}座桥通车</h1><div>2018-07-01 09:15 来源：澄江日报</div><div id="content">${text}</div></body></html>`;
    writeFileSync(path.join(folder, name), index % 50 === 0 ? '' : html);
    places.push(`${folder}/${name}`);
  }
  const rows = Array.from({ length: rowCount }, (_, index) =>
    JSON.stringify({ id: index, title: `表里的第${index}条`, body: '桥上又走人了。', date: '2019-01-01' }),
  );
  writeFileSync(path.join(folder, 'z.jsonl'), rows.join('\n'));
  places.push(...rows.map((_, index) => `${folder}/z.jsonl#${index + 1}`));
  return places;
}

function reportLength(dataDir: string): number {
  return statSync(path.join(dataDir, 'imports', '1.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
}

async function hasEnded(dataDir: string): Promise<boolean> {
  if (!existsSync(databaseFileIn(dataDir))) return false;
  process.env.DATA_DIR = dataDir;
  const [run] = await reader().select({ endedAt: importRuns.endedAt }).from(importRuns);
  await closeDatabase();
  return run !== undefined && run.endedAt !== null;
}

function startImport(folder: string, dataDir: string) {
  return spawn(process.execPath, ['--import', 'tsx', 'cli/chengxun.ts', 'import', folder], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, SITE_URL: 'https://news.example.cn' },
    stdio: 'ignore',
  });
}

test('an import that is killed again and again goes on, stores everything once and tells of each place once', async () => {
  const work = mkdtempSync(path.join(tmpdir(), 'chengxun-killed-import-'));
  const [folder, dataDir] = [path.join(work, 'archive'), path.join(work, 'data')];
  const places = writeArchive(folder);
  let kills = 0;
  for (let ended = false; !ended;) {
    const run = startImport(folder, dataDir);
    const end = once(run, 'exit');
    // By what has been written and not by the clock: machines differ.
    const before = reportLength(dataDir);
    const watch = setInterval(() => {
      if (reportLength(dataDir) - before < 250_000) return;
      clearInterval(watch);
      setTimeout(() => run.kill('SIGKILL'), Math.random() * 80);
    }, 10);
    const [code] = (await end) as [number | null];
    clearInterval(watch);
    // A kill between the end of the run and that of the process comes too late.
    ended = code !== null || (await hasEnded(dataDir));
    if (!ended) kills += 1;
    expect(kills).toBeLessThan(60);
  }
  expect(kills).toBeGreaterThan(2);

  process.env.DATA_DIR = dataDir;
  const bad = pageCount / 50;
  const stored = pageCount - bad + rowCount;
  expect(await reader().$count(articles)).toBe(stored);
  expect(await reader().$count(redirects)).toBe(pageCount - bad);
  expect(await reader().$count(importItems)).toBe(bad);
  expect(await reader().$count(importDone)).toBe(0);
  const runs = await reader().select().from(importRuns);
  expect(runs).toHaveLength(1);
  expect(runs[0]!.counts).toMatchObject({ read: places.length, added: stored, refused: bad });
  const told = readFileSync(runs[0]!.reportFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file);
  expect(told.toSorted()).toEqual(places.toSorted());
  expect(await reader().$count(listings)).toBeGreaterThanOrEqual(stored * 2);
  expect(await problemsOfSearchIndex()).toEqual([]);
  await closeDatabase();
  rmSync(work, { recursive: true });
}, 300_000);
