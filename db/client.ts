import path from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { readEnv } from '@/lib/env';

/**
 * The one door to the database: `reader()` for questions, `tx()` for changes. Everything goes through
 * `select`, `insert`, `update` and `delete` and is awaited, because on a second engine each is a round trip.
 */
export type Query = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$with' | 'with' | '$count'
>;
export type Reader = Pick<Query, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>;

export type DatabaseConnections = {
  file: string;
  writer: Database.Database;
  writerQuery: Query;
  reader: Database.Database;
  readerQuery: Reader;
  /** The end of the writer queue: the next transaction starts when this settles. */
  lastWrite: Promise<unknown>;
  /** Transactions committed here; lets the page cache notice at once that something was written. */
  commitCount: number;
};

/** Marks the file as ours ("CXUN"), so that another program's database is never taken for the portal's. */
export const applicationId = 0x4358554e;

/** How long a write waits for another process (the command line beside the server) before it gives up. */
const writeLockPatience = 10_000;
const writeLockRetryPause = 20;

export function databaseFileIn(dataDir: string): string {
  return path.join(dataDir, 'chengxun.db');
}

/** The settings every connection needs; SQLite forgets all but the journal mode when a connection closes. */
export function configureConnection(connection: Database.Database): void {
  connection.pragma('busy_timeout = 5000');
  if (!connection.readonly) connection.pragma('journal_mode = WAL');
  // The library lowers this to NORMAL for WAL files; then a power cut may lose an acknowledged publication.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  // 64 MB of page cache: the upper levels of every index of a million articles.
  connection.pragma('cache_size = -65536');
}

export function openConnections(file: string): DatabaseConnections {
  const writer = new Database(file, { fileMustExist: true });
  configureConnection(writer);
  // A waiting BEGIN would stop the whole process, readers included; tx() waits without blocking instead.
  writer.pragma('busy_timeout = 0');
  const reader = new Database(file, { readonly: true, fileMustExist: true });
  configureConnection(reader);
  return {
    file,
    writer,
    writerQuery: drizzle({ client: writer }),
    reader,
    readerQuery: drizzle({ client: reader }),
    lastWrite: Promise.resolve(),
    commitCount: 0,
  };
}

/*
 * Next's bundle and the page server are two module graphs in one process. Held on globalThis there is one
 * set of connections and one writer queue for both. Opened on first use: `next build` loads this module
 * and must neither create nor lock a file.
 */
const holder = globalThis as typeof globalThis & { chengxunDatabase?: DatabaseConnections };

export function database(): DatabaseConnections {
  holder.chengxunDatabase ??= openConnections(databaseFileIn(readEnv().dataDir));
  return holder.chengxunDatabase;
}

/** Makes another file the database of this process (tests, restore). Returns what was open before. */
export function useDatabase(connections: DatabaseConnections | undefined): DatabaseConnections | undefined {
  const before = holder.chengxunDatabase;
  holder.chengxunDatabase = connections;
  return before;
}

export function closeConnections(connections: DatabaseConnections): void {
  connections.reader.close();
  connections.writer.close();
}

/** Waits for the writes under way, then closes; the next use would open the file again. */
export async function closeDatabase(): Promise<void> {
  const open = holder.chengxunDatabase;
  if (open === undefined) return;
  await open.lastWrite;
  closeConnections(open);
  holder.chengxunDatabase = undefined;
}

/** For questions. The connection is opened read-only: a write through it fails. */
export function reader(): Reader {
  return database().readerQuery;
}

/**
 * The only transaction: all of `work` happens or nothing does. Transactions run one after the other in the
 * order of their calls; `work` may do nothing but database work (it would hold up every other write, and
 * on the second engine it may run twice). Throws what `work` throws, after rolling back.
 */
export function tx<Result>(work: (q: Query) => Promise<Result>): Promise<Result> {
  const connections = database();
  const result = connections.lastWrite.then(() => runTransaction(connections, work));
  connections.lastWrite = result.catch(() => undefined);
  return result;
}

async function runTransaction<Result>(
  connections: DatabaseConnections,
  work: (q: Query) => Promise<Result>,
): Promise<Result> {
  const { writer } = connections;
  await begin(writer);
  // SQLite answers at once, so pure database work ends before the event loop turns. When it turns, the
  // body has waited for something else; that is refused here rather than found as a stall in production.
  let hasWaited = false;
  const turn = setImmediate(() => {
    hasWaited = true;
  });
  try {
    const result = await work(connections.writerQuery);
    if (hasWaited) throw new Error('A transaction waited for something that is not the database.');
    writer.exec('COMMIT');
    connections.commitCount += 1;
    return result;
  } catch (error) {
    // A failed COMMIT or a full disk may already have ended the transaction.
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  } finally {
    clearImmediate(turn);
  }
}

async function begin(writer: Database.Database): Promise<void> {
  const deadline = Date.now() + writeLockPatience;
  for (;;) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, writeLockRetryPause));
    }
  }
}
