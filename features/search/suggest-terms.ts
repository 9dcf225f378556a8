import { and, desc, eq, gte, lt, ne, type SQL } from 'drizzle-orm';
import { reader } from '@/db/client';
import { searchTerms } from '@/db/schema/search';
import { describeTerm } from '@/features/search/describe-term';
import { normalizeForSearch } from '@/lib/search-tokens';

const most = 8;

/** So many terms with the same beginning are looked at; the most frequent of them are answered. */
const mostLookedAt = 500;

/** Words of live articles that begin like what is being typed, in characters or in pinyin, the most frequent first. */
export async function suggestTerms(typed: string): Promise<string[]> {
  const beginning = normalizeForSearch(typed).replaceAll(/\s/gu, '').slice(0, 30);
  if (beginning === '') return [];
  const columns = /^[a-z]+$/u.test(beginning)
    ? [searchTerms.term, searchTerms.pinyin, searchTerms.initials]
    : [searchTerms.term];
  const found = new Map<string, number>();
  for (const column of columns) {
    // The last code point ends the range: everything that begins so lies before it.
    const range = and(gte(column, beginning), lt(column, `${beginning}\u{10ffff}`));
    for (const { term, weight } of await termsWhere(range)) found.set(term, weight);
  }
  return [...found]
    .toSorted(([one, oneWeight], [other, otherWeight]) => otherWeight - oneWeight || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([term]) => term);
}

/** What somebody may have meant: the same sound in other characters (航州), or pinyin for characters. */
export async function findMeantTerms(query: string): Promise<string[]> {
  const typed = normalizeForSearch(query).replaceAll(/\s/gu, '').slice(0, 30);
  if (typed === '') return [];
  const isPinyin = /^[a-z]+$/u.test(typed);
  const sound = isPinyin ? typed : describeTerm(typed).pinyin;
  const same = await termsWhere(and(eq(searchTerms.pinyin, sound), ne(searchTerms.term, typed)), 3);
  if (same.length > 0 || !isPinyin) return same.map(({ term }) => term);
  const initials = await termsWhere(eq(searchTerms.initials, typed), 3);
  return initials.map(({ term }) => term);
}

async function termsWhere(condition: SQL | undefined, limit = mostLookedAt) {
  return reader()
    .select({ term: searchTerms.term, weight: searchTerms.weight })
    .from(searchTerms)
    .where(condition)
    .orderBy(desc(searchTerms.weight))
    .limit(limit);
}
