import { sql } from 'drizzle-orm';
import { type Query, reader } from '@/db/client';
import { contentState } from '@/db/schema/site';

/**
 * To be called in the transaction of every change that readers can see: it makes every page rendered
 * before out of date, on this and on every other instance.
 */
export async function raiseContentVersion(q: Query): Promise<void> {
  await q.update(contentState).set({ contentVersion: sql`${contentState.contentVersion} + 1` });
}

export async function readContentVersion(): Promise<number> {
  const [state] = await reader().select({ contentVersion: contentState.contentVersion }).from(contentState);
  if (state === undefined) throw new Error('The database has no content version: it was not migrated.');
  return state.contentVersion;
}
