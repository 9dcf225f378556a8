import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { applicationId, databaseFileIn } from '@/db/client';
import { PlainError } from '@/lib/problems';

/** Says that this folder once held a database, so that a lost one is never taken for a new site. */
function markerIn(dataDir: string): string {
  return path.join(dataDir, 'database-exists');
}

export function markDatabaseExists(dataDir: string): void {
  writeFileSync(markerIn(dataDir), '此文件表示这个文件夹里有过数据库，请不要删除。\n');
}

/** Makes the data folder; throws one sentence when it cannot be made or written to. */
export function ensureDataFolder(dataDir: string): void {
  const probe = path.join(dataDir, `.write-probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new PlainError(
      `数据文件夹无法写入：${dataDir} 。请检查它的权限和磁盘空间，或用 DATA_DIR 指定另一个文件夹。`,
    );
  }
}

/** Level by level: Node's recursive mkdir never returns below /proc and its like. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/**
 * Looks at the database file before anything opens it for writing. Throws one sentence that names the way
 * back when the file is lost, empty, damaged, another program's, or of a newer release.
 */
export function checkDatabaseFile(dataDir: string, knownVersion: number): 'never existed' | 'sound' {
  const file = databaseFileIn(dataDir);
  if (!existsSync(file)) {
    if (!existsSync(markerIn(dataDir))) return 'never existed';
    throw lost(file, '数据库文件不见了');
  }
  if (statSync(file).size === 0) throw lost(file, '数据库文件是空的');
  const found = inspect(file);
  if (found === undefined) throw lost(file, '数据库文件已损坏');
  if (found.applicationId !== applicationId) throw lost(file, '这个文件不是城讯的数据库');
  if (found.version > knownVersion) {
    throw new PlainError(
      `数据库来自更新版本的城讯（${found.version}，本程序只认识到 ${knownVersion}）：${file} 。请升级程序，或用 npm run chengxun -- restore <备份文件> 恢复较早的备份。`,
    );
  }
  return 'sound';
}

function lost(file: string, what: string): PlainError {
  return new PlainError(
    `${what}：${file} 。程序没有做任何改动。请用 npm run chengxun -- restore <备份文件> 从备份恢复。`,
  );
}

/** Undefined when SQLite cannot read the file or finds a fault in it. */
function inspect(file: string): { applicationId: number; version: number } | undefined {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { fileMustExist: true });
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') return undefined;
    return {
      applicationId: Number(connection.pragma('application_id', { simple: true })),
      version: Number(connection.pragma('user_version', { simple: true })),
    };
  } catch (error) {
    if (error instanceof Database.SqliteError && /CORRUPT|NOTADB/u.test(error.code)) return undefined;
    throw error;
  } finally {
    connection?.close();
  }
}
