import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { parseSearchQuery, type SearchQuery } from '@/lib/search-query';
import { phrasesOf } from '@/lib/search-tokens';

/**
 * A query whose words know which sections are called exactly so: 城镇即时报 finds what stands in that section
 * too, after all articles that hold the word themselves. The section alone, without those below it.
 */
export async function readSearchQuery(query: string): Promise<SearchQuery> {
  const parsed = parseSearchQuery(query);
  if (parsed.wanted.length === 0) return parsed;
  const named = new Map<string, number[]>();
  for (const { id, name } of await reader().select({ id: sections.id, name: sections.name }).from(sections)) {
    const phrases = phrasesOf(name);
    if (phrases.length === 1) named.set(keyOf(phrases[0]!), [...(named.get(keyOf(phrases[0]!)) ?? []), id]);
  }
  return {
    ...parsed,
    wanted: parsed.wanted.map((phrase) => ({ ...phrase, sectionIds: named.get(keyOf(phrase)) })),
  };
}

function keyOf({ tokens }: { tokens: string[] }): string {
  return tokens.join(' ');
}
