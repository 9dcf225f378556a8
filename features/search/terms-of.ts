import { normalizeForSearch, wordsOf } from '@/lib/search-tokens';

/*
 * The words that can be suggested: those of live headlines, and the people, sources and tags of live
 * articles. Nothing else is ever offered, so that no suggestion tells of a draft.
 */

const mostTerms = 40;

export function termsOf({ headline, names }: { headline: string; names: string[] }): string[] {
  const words = wordsOf(headline).filter((word) => [...word].length >= 2 && !/^[\d.,%]+$/u.test(word));
  const people = names
    .map((name) => normalizeForSearch(name).replaceAll(/\s/gu, ''))
    .filter((name) => name.length > 1);
  return [...new Set([...people, ...words])].map((term) => term.slice(0, 30)).slice(0, mostTerms);
}
