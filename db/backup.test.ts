import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpDatabase, restoreDatabase } from '@/db/backup';
import { closeConnections, databaseFileIn, openConnections } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';

let folder = '';
let dataDir = '';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-backup-'));
  dataDir = path.join(folder, 'data');
  await prepareDatabase(dataDir);
});

afterEach(() => rmSync(folder, { recursive: true }));

function names(): unknown {
  const connection = new Database(databaseFileIn(dataDir), { readonly: true });
  const found = connection.prepare('select name from contributors').pluck().all();
  connection.close();
  return found;
}

test('a damaged database is restored from a backup made while it was in use, and kept aside', async () => {
  const open = openConnections(databaseFileIn(dataDir));
  open.writer.exec("insert into contributors (name) values ('张三')");
  const backup = backUpDatabase(dataDir, path.join(folder, 'backup.db'));
  open.writer.exec("insert into contributors (name) values ('李四')");
  closeConnections(open);

  truncateSync(databaseFileIn(dataDir), 5000);
  await expect(prepareDatabase(dataDir)).rejects.toThrow('已损坏');
  const aside = restoreDatabase(dataDir, backup);
  await prepareDatabase(dataDir);
  expect(names()).toEqual(['张三']);
  expect(readdirSync(dataDir)).toContain(path.basename(aside!));
});

test('a lost database is restored into its empty place', async () => {
  const backup = backUpDatabase(dataDir, path.join(folder, 'backup.db'));
  rmSync(databaseFileIn(dataDir));
  expect(restoreDatabase(dataDir, backup)).toBeUndefined();
  await expect(prepareDatabase(dataDir)).resolves.toMatchObject({ isNew: false });
});

test('a backup never overwrites a file', () => {
  writeFileSync(path.join(folder, 'backup.db'), 'mine');
  expect(() => backUpDatabase(dataDir, path.join(folder, 'backup.db'))).toThrow('已经存在');
});

test('what is no sound backup is refused and changes nothing', () => {
  const before = readdirSync(dataDir);
  writeFileSync(path.join(folder, 'bad.db'), 'x'.repeat(9000));
  expect(() => restoreDatabase(dataDir, path.join(folder, 'bad.db'))).toThrow('不是完好的');
  expect(() => restoreDatabase(dataDir, path.join(folder, 'none.db'))).toThrow('找不到');
  expect(readdirSync(dataDir)).toEqual(before);
});

test('a database in use is not replaced', () => {
  const backup = backUpDatabase(dataDir, path.join(folder, 'backup.db'));
  const open = openConnections(databaseFileIn(dataDir));
  open.reader.prepare('select count(*) from contributors').get();
  expect(() => restoreDatabase(dataDir, backup)).toThrow('正在使用');
  closeConnections(open);
});
