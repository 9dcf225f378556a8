import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFileIn } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';

const kills = 200;
/** Databases side by side: most of a kill's time is the start of the next process. */
const lanes = 4;

/** Runs the publisher until it has acknowledged so many publications and a little longer, then kills it. */
function publishAndKill(dataDir: string, mark: string, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'features/articles/testing/publish-until-killed.ts', '2', mark],
      { env: { ...process.env, DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      // Anywhere in the next publications: between two, within a transaction, within the write to the disk.
      if (output.split('\n').length > after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 12);
    });
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The publisher ended by itself: ${errors}`));
      // A line without its end was cut off by the kill and is no acknowledgement.
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}

test(`${kills} kills while publishing lose nothing that was acknowledged, and every table agrees`, async () => {
  const acknowledged = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-kill-'));
      await prepareDatabase(dataDir, { report: () => undefined });
      setUp(dataDir);
      /** The newest acknowledged headline of each article. */
      const newest = new Map<number, string>();
      for (let round = 0; round < kills / lanes; round += 1) {
        const lines = await publishAndKill(dataDir, `lane${lane}round${round}`, 1 + (round % 5));
        for (const line of lines) {
          const [id, ...headline] = line.split(' ');
          newest.set(Number(id), headline.join(' '));
        }
      }
      checkAgreement(dataDir, newest);
      rmSync(dataDir, { recursive: true });
      return newest.size;
    }),
  );
  expect(acknowledged.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(kills);
}, 600_000);

function setUp(dataDir: string): void {
  const database = new Database(databaseFileIn(dataDir));
  database.exec(
    `insert into sections (id, parent_id, path, name, kind) values (1, null, '', '澄澜在线', 'portal'), (2, 1, 'town', '城镇', 'section')`,
  );
  database.close();
}

function checkAgreement(dataDir: string, newest: ReadonlyMap<number, string>): void {
  const database = new Database(databaseFileIn(dataDir), { readonly: true });
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  expect(all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(all('pragma foreign_key_check')).toEqual([]);

  type Row = { id: number; status: string; headline: string; version: number; published_version: number };
  const rows = new Map(all<Row>('select * from articles').map((row) => [row.id, row]));
  for (const [id, headline] of newest) {
    const row = rows.get(id);
    expect(row?.status).toBe('published');
    // The publication under way when the process died may have been finished without being acknowledged.
    expect([headline, headline.replace('first', 'second')]).toContain(row?.headline);
  }

  const ids = (sql: string) => all<{ id: number }>(sql).map(({ id }) => id);
  const live = ids(`select id from articles where status = 'published' order by id`);
  expect(ids('select distinct article_id as id from listings order by id')).toEqual(live);
  expect(
    ids(
      'select e.article_id as id from search_index s join search_entries e on e.ordinal = s.rowid order by id',
    ),
  ).toEqual(live);
  expect(
    ids(`select distinct article_id as id from timeline_events where kind = 'published' order by id`),
  ).toEqual(live);
  const published = all<{ headline: string; content: string }>(
    `select a.headline, r.content from articles a
     join revisions r on r.article_id = a.id and r.version = a.published_version where a.status = 'published'`,
  );
  expect(published).toHaveLength(live.length);
  for (const { headline, content } of published) {
    expect((JSON.parse(content) as { headline: string }).headline).toBe(headline);
  }
  expect(
    all(
      `select 1 from articles a where a.version <> (select max(version) from revisions r where r.article_id = a.id)`,
    ),
  ).toEqual([]);
  database.close();
}
