import { lt, sql } from 'drizzle-orm';
import { tx } from '@/db/client';
import { searchQueries } from '@/db/schema/search';
import { countSearchSections } from '@/features/search/count-search-sections';
import { dayNumberOf } from '@/lib/dates';
import { normalizeForSearch } from '@/lib/search-tokens';

/** Longer ones are pasted text, or somebody's letter: no words that others ask for. */
const longestNoted = 20;

/** So many different queries are held between two writings; a flood of nonsense is let go by. */
const mostHeld = 500;

/** Days for which counts are kept. */
const keptDays = 90;

/** Numbers of telephones and identity cards are nobody's business here. */
const personal = /\d{7,}|@/u;

/** Counts what readers search for. Held in memory and written now and then: a search must not wait for a write. */
export function createQueryNotes() {
  let held = new Map<string, number>();

  function note(typed: string): void {
    const query = normalizeForSearch(typed.trim().replaceAll(/\s+/gu, ' '));
    if (query === '' || query.length > longestNoted || personal.test(query)) return;
    if (held.size >= mostHeld && !held.has(query)) return;
    held.set(query, (held.get(query) ?? 0) + 1);
  }

  async function write(now = new Date()): Promise<void> {
    if (held.size === 0) return;
    const counted = held;
    held = new Map();
    const day = dayNumberOf(now);
    const rows: (typeof searchQueries.$inferInsert)[] = [];
    for (const [query, asked] of counted) {
      rows.push({ day, query, asked, found: (await countSearchSections(query)).total });
    }
    await tx(async (q) => {
      for (const row of rows) {
        await q
          .insert(searchQueries)
          .values(row)
          .onConflictDoUpdate({
            target: [searchQueries.day, searchQueries.query],
            set: { asked: sql`${searchQueries.asked} + ${row.asked}`, found: row.found },
          });
      }
      await q.delete(searchQueries).where(lt(searchQueries.day, day - keptDays));
    });
  }

  return { note, write };
}
