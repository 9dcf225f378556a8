import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { applicationId, configureConnection, databaseFileIn } from '@/db/client';
import { checkDatabaseFile, ensureDataFolder, markDatabaseExists } from '@/db/start-checks';
import { type Migration, readMigrations, sqliteMigrations } from '@/db/migrations/read-migrations';
import { PlainError } from '@/lib/problems';

export type PreparedDatabase = { isNew: boolean; applied: string[] };
type Options = { migrationsFolder?: string; report?: (message: string) => void };

/**
 * Brings the database of a data folder to the schema of this release: checks it, makes it when there never
 * was one, migrates it. To be called before `database()` is first used. Two processes at once take turns.
 * Throws a PlainError with one sentence when the database is lost, damaged or of a newer release; then
 * nothing was changed.
 */
export async function prepareDatabase(dataDir: string, options: Options = {}): Promise<PreparedDatabase> {
  ensureDataFolder(dataDir);
  const migrations = readMigrations(options.migrationsFolder ?? sqliteMigrations);
  return underLease(dataDir, () => {
    const file = databaseFileIn(dataDir);
    const isNew = checkDatabaseFile(dataDir, migrations.length) === 'never existed';
    const applied = isNew
      ? createDatabase(file, migrations)
      : migrateDatabase(file, migrations, options.report);
    if (isNew) markDatabaseExists(dataDir);
    return { isNew, applied };
  });
}

/** A lock that the system releases when its holder dies: the exclusive lock of a file made for it. */
async function underLease<Result>(dataDir: string, work: () => Result): Promise<Result> {
  const lease = new Database(path.join(dataDir, 'migration-lease.db'), { timeout: 0 });
  try {
    await waitForLease(lease);
    return work();
  } finally {
    lease.close();
  }
}

async function waitForLease(lease: Database.Database): Promise<void> {
  const deadline = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      lease.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      const isHeld = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isHeld || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Made whole under another name first: whoever finds the file finds a finished database. */
function createDatabase(file: string, migrations: Migration[]): string[] {
  const unfinished = `${file}.unfinished`;
  for (const name of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(name, { force: true });
  const connection = new Database(unfinished);
  connection.pragma(`application_id = ${applicationId}`);
  const applied = applyAll(connection, migrations);
  connection.pragma('journal_mode = WAL');
  connection.close();
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
  return applied;
}

function migrateDatabase(
  file: string,
  migrations: Migration[],
  report?: (message: string) => void,
): string[] {
  const connection = new Database(file, { fileMustExist: true });
  configureConnection(connection);
  try {
    const pending = pendingMigrations(connection, migrations);
    if (pending.length === 0) return [];
    report?.(`正在备份并升级数据库（${pending.length} 步）……`);
    backUp(connection, file, pending[0]!.tag);
    return applyAll(connection, pending);
  } finally {
    connection.close();
  }
}

/** What the database has not seen yet; refuses when what it has seen reads differently now. */
function pendingMigrations(connection: Database.Database, migrations: Migration[]): Migration[] {
  const applied = connection.prepare('select tag, hash from applied_migrations order by position').all() as {
    tag: string;
    hash: string;
  }[];
  for (const [index, { tag, hash }] of applied.entries()) {
    if (migrations[index]?.tag !== tag || migrations[index].hash !== hash) {
      throw new PlainError(
        `数据库升级步骤 ${tag} 在执行之后被改动过。请恢复这个文件原来的内容，再重新启动。`,
      );
    }
  }
  return migrations.slice(applied.length);
}

function backUp(connection: Database.Database, file: string, before: string): void {
  const folder = path.join(path.dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  const target = path.join(folder, `before-${before}-${stamp}.db`);
  connection.prepare('VACUUM INTO ?').run(target);
  const copy = new Database(target, { readonly: true });
  const verdict = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') throw new PlainError(`升级前的备份没有通过检查，数据库未作任何改动：${target}`);
}

function applyAll(connection: Database.Database, migrations: Migration[]): string[] {
  // Inside a transaction this pragma does nothing, and rebuilding a table would then delete, silently, every
  // row that cascades from it.
  connection.pragma('foreign_keys = OFF');
  for (const migration of migrations) apply(connection, migration);
  connection.pragma('foreign_keys = ON');
  const verdict = connection.pragma('quick_check', { simple: true });
  if (verdict !== 'ok') throw new PlainError(`升级后的数据库没有通过检查：${String(verdict)}`);
  return migrations.map(({ tag }) => tag);
}

/** One migration, wholly or not at all, and never with fewer rows than before unless it says so. */
function apply(connection: Database.Database, migration: Migration): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const before = countRows(connection);
    for (const statement of migration.statements) connection.exec(statement);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new PlainError(`数据库升级步骤 ${migration.tag} 会留下 ${broken.length} 处断开的引用，已撤销。`);
    refuseLoss(before, countRows(connection), migration);
    recordApplied(connection, migration);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function refuseLoss(before: Map<string, number>, after: Map<string, number>, migration: Migration): void {
  for (const [table, count] of before) {
    const left = after.get(table) ?? 0;
    if (left < count && !migration.mayLoseRowsOf.has(table)) {
      throw new PlainError(
        `数据库升级步骤 ${migration.tag} 会丢掉 ${table} 表的 ${count - left} 行，已撤销。`,
      );
    }
  }
}

function countRows(connection: Database.Database): Map<string, number> {
  // A virtual table's shadow tables hold no rows of ours.
  const tables = connection
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not glob 'sqlite_*'",
    )
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [
      table,
      connection.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  );
}

function recordApplied(connection: Database.Database, { tag, hash }: Migration): void {
  connection.exec(
    'create table if not exists applied_migrations (position integer primary key, tag text not null, hash text not null, applied_at integer not null) strict',
  );
  connection
    .prepare('insert into applied_migrations (tag, hash, applied_at) values (?, ?, ?)')
    .run(tag, hash, Date.now());
  const position = connection.prepare('select max(position) from applied_migrations').pluck().get();
  connection.pragma(`user_version = ${String(position)}`);
}
