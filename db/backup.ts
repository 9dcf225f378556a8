import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { applicationId, databaseFileIn } from '@/db/client';
import { readMigrations, sqliteMigrations } from '@/db/migrations/read-migrations';
import { checkDatabaseFile, ensureDataFolder, markDatabaseExists } from '@/db/start-checks';
import { PlainError } from '@/lib/problems';

/**
 * Writes a checked copy of the database beside its readers and writers, and gives it its name only when it is
 * whole. Returns the copy's path.
 */
export function backUpDatabase(dataDir: string, target: string): string {
  if (existsSync(target)) throw new PlainError(`${target} 已经存在。请换一个文件名，备份不会覆盖旧文件。`);
  checkDatabaseFile(dataDir, readMigrations(sqliteMigrations).length);
  mkdirSync(path.dirname(target), { recursive: true });
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const live = new Database(databaseFileIn(dataDir), { readonly: true });
  try {
    live.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    live.close();
  }
  refuseUnsound(unfinished);
  renameSync(unfinished, target);
  return target;
}

/**
 * Puts a backup in the place of the database. The backup is checked and copied first; what stood there before is
 * kept under another name, which is returned, together with its journals. The server has to be stopped.
 */
export function restoreDatabase(dataDir: string, backup: string, now = new Date()): string | undefined {
  if (!existsSync(backup)) throw new PlainError(`${backup}：找不到这个备份文件。`);
  ensureDataFolder(dataDir);
  refuseUnsound(backup);
  const file = databaseFileIn(dataDir);
  refuseInUse(file);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = new Database(backup, { readonly: true });
  try {
    source.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    source.close();
  }
  const aside = `${file}.replaced-${now.toISOString().replaceAll(/[:.]/gu, '-')}`;
  const hadDatabase = existsSync(file);
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  renameSync(unfinished, file);
  markDatabaseExists(dataDir);
  return hadDatabase ? aside : undefined;
}

function refuseUnsound(file: string): void {
  let connection: Database.Database | undefined;
  let isSound = false;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
    isSound =
      connection.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      connection.pragma('application_id', { simple: true }) === applicationId;
  } catch {
    // Not a database at all.
  } finally {
    connection?.close();
  }
  if (!isSound) throw new PlainError(`${file} 不是完好的城讯数据库，没有做任何改动。请换一个备份文件。`);
}

/** A running server holds the file open; replaced under its feet it would go on writing into the old one. */
function refuseInUse(file: string): void {
  if (!existsSync(file)) return;
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { timeout: 0 });
    // Leaving WAL needs the file for oneself alone.
    connection.pragma('journal_mode = DELETE');
  } catch (error) {
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (isBusy)
      throw new PlainError('网站正在使用数据库。请先停止网站（npm start 的窗口里按 Ctrl+C），再恢复备份。');
    // Damaged: that is why somebody restores.
  } finally {
    connection?.close();
  }
}
