import Database from 'better-sqlite3';

/** Why the database takes no more writes at all, in Chinese; undefined for an error of one statement's own. */
export function writeFailureOf(error: unknown): string | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined;
  if (error.code === 'SQLITE_FULL') return '磁盘已满';
  if (error.code.startsWith('SQLITE_BUSY')) return '数据库被其他程序占用';
  return /^SQLITE_(?:IOERR|CORRUPT|READONLY)/u.test(error.code)
    ? `数据库无法写入（${error.code}）`
    : undefined;
}
