import { inArray } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { sections } from '@/db/schema/sections';

/** `城镇 > 城镇即时报` of a line of ids that begins with the lowest; the portal itself is left out below it. */
export async function sectionNames(q: Reader, line: number[]): Promise<string> {
  if (line.length === 0) return '';
  const rows = await q
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .where(inArray(sections.id, line));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const shown = line.length > 1 ? line.slice(0, -1) : line;
  return shown
    .toReversed()
    .map((id) => names.get(id) ?? '')
    .join(' > ');
}
