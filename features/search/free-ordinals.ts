import { and, asc, gte, isNull, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Query } from '@/db/client';
import type { IndexTables } from '@/features/search/index-tables';

/**
 * How many rows a minute has room for. Small numbers close together keep the index small: with room for a
 * million rows in each second it took 2.4 times the text, because each entry tells its distance to the last.
 */
const perMinute = 4;

/** The first row of the index that belongs to an instant; a span of time is a span of rows. */
export function ordinalAt(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000) * perMinute;
}

/**
 * Free rows of the index, one for each instant and in their order: the first from its minute on. An import
 * that knows only days fills the minutes after. Instants that follow each other share the look into the
 * index, or an archive with one date for all of its pages would walk through all of them for each.
 */
export async function freeOrdinals(q: Query, tables: IndexTables, instants: Date[]): Promise<number[]> {
  const wanted = instants.map((instant, place) => ({ place, ordinal: ordinalAt(instant) }));
  wanted.sort((one, other) => one.ordinal - other.ordinal);
  const given: number[] = [];
  let free = { from: 0, until: 0 };
  for (const { place, ordinal } of wanted) {
    const from = Math.max(ordinal, free.from);
    free = from < free.until ? { ...free, from } : await nextGap(q, tables, from);
    given[place] = free.from;
    free = { ...free, from: free.from + 1 };
  }
  return given;
}

/** The first free rows from `from` on: where they begin, and the first taken one behind them. */
async function nextGap(
  q: Query,
  { entries }: IndexTables,
  from: number,
): Promise<{ from: number; until: number }> {
  const first = await firstTaken(q, entries, from);
  if (first > from) return { from, until: first };
  const following = alias(entries, 'following');
  const [last] = await q
    .select({ ordinal: entries.ordinal })
    .from(entries)
    .leftJoin(following, eq(following.ordinal, sql`${entries.ordinal} + 1`))
    .where(and(gte(entries.ordinal, from), isNull(following.ordinal)))
    .orderBy(asc(entries.ordinal))
    .limit(1);
  const start = last!.ordinal + 1;
  return { from: start, until: await firstTaken(q, entries, start) };
}

async function firstTaken(q: Query, entries: IndexTables['entries'], from: number): Promise<number> {
  const [taken] = await q
    .select({ ordinal: entries.ordinal })
    .from(entries)
    .where(gte(entries.ordinal, from))
    .orderBy(asc(entries.ordinal))
    .limit(1);
  return taken?.ordinal ?? Number.POSITIVE_INFINITY;
}
