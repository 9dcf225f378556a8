import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFileIn } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { sqliteMigrations } from '@/db/migrations/read-migrations';

let folder = '';
let dataDir = '';
let migrationsFolder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-migrate-'));
  dataDir = path.join(folder, 'data');
  migrationsFolder = path.join(folder, 'migrations');
  cpSync(sqliteMigrations, migrationsFolder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const prepare = () => prepareDatabase(dataDir, { migrationsFolder });

function query(sql: string): unknown {
  const connection = new Database(databaseFileIn(dataDir), { readonly: true });
  const answer = connection.prepare(sql).pluck().all();
  connection.close();
  return answer;
}

function write(sql: string): void {
  const connection = new Database(databaseFileIn(dataDir));
  connection.exec(sql);
  connection.close();
}

/** One article with people and a listing: what a rebuilt table could lose by cascade. */
function fill(): void {
  write(`insert into sections (path, name, kind) values ('', '门户', 'portal');
    insert into articles (section_id, created_at, updated_at, status, headline, body, published_at) values (1, 0, 0, 'published', '稿', '{}', 1);
    insert into contributors (name) values ('张三');
    insert into article_contributors values (1, 'reporter', 1, 0);
    insert into listings values (1, 1, 1);`);
}

function addMigration(tag: string, source: string): void {
  const journalFile = path.join(migrationsFolder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
  journal.entries.push({ idx: journal.entries.length, version: '6', when: 0, tag, breakpoints: true });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(path.join(migrationsFolder, `${tag}.sql`), source);
}

/** What drizzle-kit writes when a column of articles changes: a new table, a copy, a drop. */
function rebuildOfArticles(): string {
  const schema = (query("select sql from sqlite_schema where name = 'articles'") as string[])[0]!;
  return [
    'PRAGMA foreign_keys=OFF;',
    schema.replace('`articles`', '`__new_articles`').replaceAll('"articles"', '"__new_articles"'),
    'INSERT INTO `__new_articles` SELECT * FROM `articles`;',
    'DROP TABLE `articles`;',
    'ALTER TABLE `__new_articles` RENAME TO `articles`;',
    'PRAGMA foreign_keys=ON;',
  ].join('\n--> statement-breakpoint\n');
}

test('the first start makes a database, the second does nothing', async () => {
  expect((await prepare()).isNew).toBe(true);
  expect(await prepare()).toEqual({ isNew: false, applied: [] });
  expect(query('select content_version from content_state')).toEqual([1]);
});

test('rebuilding articles keeps what hangs on them, and a backup is made first', async () => {
  await prepare();
  fill();
  addMigration('0099_rebuild', rebuildOfArticles());
  expect((await prepare()).applied).toEqual(['0099_rebuild']);
  for (const table of ['articles', 'article_contributors', 'listings']) {
    expect(query(`select count(*) from ${table}`)).toEqual([1]);
  }
  expect(query('select * from pragma_foreign_key_check')).toEqual([]);
  const [backup] = readdirSync(path.join(dataDir, 'backups'));
  expect(backup).toMatch(/^before-0099_rebuild-.+\.db$/u);
});

test('a database of the first release arrives with all its rows, and gives no id out twice', async () => {
  const journalFile = path.join(migrationsFolder, 'meta', '_journal.json');
  const today = readFileSync(journalFile, 'utf8');
  const journal = JSON.parse(today) as { entries: object[] };
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 2) }));
  await prepare();
  write(`insert into sections (path, name, kind) values ('', '门户', 'portal');
    insert into media_assets (content_hash, original_format, width, height, created_at) values ('${'a'.repeat(64)}', 'png', 8, 6, 5);
    insert into articles (section_id, created_at, status, headline, body, published_at, cover_asset_id) values (1, 3, 'published', '稿', '{"type":"doc"}', 7, 1), (1, 4, 'draft', '删', '{}', null, null);
    delete from articles where id = 2;
    insert into contributors (name) values ('张三');
    insert into article_contributors values (1, 'reporter', 1, 0);
    insert into redirects (from_path, article_id, created_at) values ('/old', 1, 0);
    insert into listings values (1, 7, 1);`);
  writeFileSync(journalFile, today);
  expect((await prepare()).applied.length).toBeGreaterThan(0);
  for (const table of ['articles', 'media_assets', 'article_contributors', 'redirects', 'listings']) {
    expect(query(`select count(*) from ${table}`)).toEqual([1]);
  }
  expect(query('select headline || updated_at || body || cover_asset_id from articles')).toEqual([
    '稿7{"type":"doc"}1',
  ]);
  write(
    "insert into articles (section_id, created_at, updated_at, headline, body) values (1, 0, 0, '', '{}')",
  );
  expect(query('select max(id) from articles')).toEqual([3]);
});

test('a migration that loses rows without saying so is refused and undone', async () => {
  await prepare();
  fill();
  addMigration('0099_loss', 'DELETE FROM article_contributors;');
  await expect(prepare()).rejects.toThrow('article_contributors 表的 1 行');
  expect(query('select count(*) from article_contributors')).toEqual([1]);
});

test('a declared loss is allowed', async () => {
  await prepare();
  fill();
  addMigration('0099_loss', '-- may-lose-rows: article_contributors\nDELETE FROM article_contributors;');
  await prepare();
  expect(query('select count(*) from article_contributors')).toEqual([0]);
});

test('a migration that fails in its middle leaves the old state', async () => {
  await prepare();
  addMigration('0099_broken', 'CREATE TABLE half (id integer) STRICT;\n--> statement-breakpoint\nNONSENSE;');
  await expect(prepare()).rejects.toThrow('syntax error');
  expect(query("select count(*) from sqlite_schema where name = 'half'")).toEqual([0]);
  expect(query('select max(tag) from applied_migrations')).not.toEqual(['0099_broken']);
});

test('a migration killed in its middle leaves the old state, and the next start finishes it', async () => {
  await prepare();
  fill();
  // Long enough to be killed in: a table of many rows made by recursion.
  addMigration(
    '0099_long',
    'CREATE TABLE many (id integer) STRICT;\n--> statement-breakpoint\nINSERT INTO many WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT i FROM n;',
  );
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '-e',
      `import('@/db/migrate').then(({ prepareDatabase }) => prepareDatabase(${JSON.stringify(dataDir)}, { migrationsFolder: ${JSON.stringify(migrationsFolder)}, report: () => console.log('migrating') }))`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(query("select count(*) from sqlite_schema where name = 'many'")).toEqual([0]);
  expect(query('select count(*) from articles')).toEqual([1]);
  await prepare();
  expect(query('select count(*) from many')).toEqual([3_000_000]);
});

test('of two starts at once one waits, and both find a finished database', async () => {
  const both = await Promise.all([prepare(), prepare()]);
  expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
});

test('a migration that was changed after it was applied is refused', async () => {
  await prepare();
  const [first] = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  writeFileSync(
    path.join(migrationsFolder, first!),
    `${readFileSync(path.join(migrationsFolder, first!), 'utf8')}\n-- later`,
  );
  await expect(prepare()).rejects.toThrow('被改动过');
});

const damages: Record<string, { damage: (file: string) => void; sentence: string }> = {
  lost: { damage: (file) => rmSync(file), sentence: '不见了' },
  empty: { damage: (file) => truncateSync(file, 0), sentence: '是空的' },
  truncated: { damage: (file) => truncateSync(file, 8192), sentence: '已损坏' },
  garbage: { damage: (file) => writeFileSync(file, 'x'.repeat(20_000)), sentence: '已损坏' },
  'overwritten in one page': {
    damage: (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 4096, 8192);
      writeFileSync(file, bytes);
    },
    sentence: '已损坏',
  },
  "another program's": {
    damage: (file) => {
      rmSync(file);
      const other = new Database(file);
      other.exec('create table notes (id integer)');
      other.close();
    },
    sentence: '不是城讯的数据库',
  },
  'of a newer release': {
    damage: (file) => {
      const newer = new Database(file);
      newer.pragma('user_version = 999');
      newer.close();
    },
    sentence: '更新版本',
  },
};

test.for(Object.keys(damages))(
  'a database that is %s is named in one sentence with the way back, and not touched',
  async (kind) => {
    await prepare();
    const file = databaseFileIn(dataDir);
    damages[kind]!.damage(file);
    const before = existsSync(file) ? readFileSync(file) : undefined;
    await expect(prepare()).rejects.toThrow(damages[kind]!.sentence);
    await expect(prepare()).rejects.toThrow('restore <备份文件>');
    expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before);
  },
);

test('a data folder that cannot be written to is named', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  await expect(prepareDatabase(path.join(file, 'data'))).rejects.toThrow('数据文件夹无法写入');
  await expect(prepareDatabase('/proc/nowhere/data')).rejects.toThrow('数据文件夹无法写入');
});
