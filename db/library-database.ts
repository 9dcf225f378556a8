import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { database, tx } from '@/db/client';

/**
 * The database for libraries that bring their own queries (better-auth). Their writes wait in the same queue
 * as ours: a second writer beside an open transaction would stop the whole process for the busy time-out.
 */
export function libraryDatabase() {
  return drizzle(async (statement, parameters, method) => {
    const isQuestion = /^\s*select\b/iu.test(statement);
    const rows = isQuestion
      ? ask(statement, parameters)
      : await tx(async () => change(statement, parameters));
    // The proxy's contract: `get` is one row or nothing, everything else a list of rows.
    return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
  });
}

function ask(statement: string, parameters: unknown[]): unknown[] {
  return database()
    .reader.prepare(statement)
    .raw()
    .all(...parameters);
}

function change(statement: string, parameters: unknown[]): unknown[] {
  const prepared = database().writer.prepare(statement);
  if (prepared.reader) return prepared.raw().all(...parameters);
  prepared.run(...parameters);
  return [];
}
