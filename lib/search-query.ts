import { phrasesOf, type QueryPhrase } from '@/lib/search-tokens';

/** What somebody asked for: all of `wanted` has to occur, nothing of `unwanted`. */
export type SearchQuery = {
  wanted: QueryPhrase[];
  unwanted: QueryPhrase[];
  /** The wanted words as they were typed, for marking them in extracts. */
  words: string[];
};

/** Nobody types more; each phrase costs a lookup. */
const longestQuery = 200;
const mostWords = 12;

/**
 * Words parted by blanks all have to occur; "several words" in quotes are one; -word must not occur. Every
 * other mark means nothing, so that no input can reach the language of the index.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const parts = query
    .slice(0, longestQuery)
    .toWellFormed()
    .matchAll(/(?<not>[-－]?)(?:"(?<quoted>[^"]*)"|“(?<curly>[^”]*)”|(?<word>[^\s"“”]+))/gu);
  const parsed: SearchQuery = { wanted: [], unwanted: [], words: [] };
  for (const { groups = {} } of parts) {
    if (parsed.wanted.length + parsed.unwanted.length >= mostWords) break;
    const word = groups.quoted ?? groups.curly ?? groups.word ?? '';
    const phrases = phrasesOf(word);
    if (groups.not) parsed.unwanted.push(...phrases);
    else {
      parsed.wanted.push(...phrases);
      if (phrases.length > 0) parsed.words.push(word);
    }
  }
  parsed.wanted.length = Math.min(parsed.wanted.length, mostWords);
  parsed.unwanted.length = Math.min(parsed.unwanted.length, mostWords);
  return parsed;
}
