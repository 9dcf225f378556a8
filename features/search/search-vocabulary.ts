import { pinyin } from 'pinyin-pro';
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

/** How a term is typed by somebody who does not switch to Chinese: hangzhou, hz. */
export function describeTerm(term: string): { term: string; pinyin: string; initials: string } {
  const syllables = pinyin(term, { toneType: 'none', type: 'array', v: true });
  return {
    term,
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .toLowerCase(),
  };
}
