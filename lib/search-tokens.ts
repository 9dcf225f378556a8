/**
 * The words of a text as the search index knows them: pairs of neighbouring Han characters, and whole words
 * of everything else. SQLite's own tokenizers find nothing for words of two characters, and the second
 * engine would cut text differently; so both are given these tokens.
 */

/** One spelling for full and half width, upper and lower case. */
export function normalizeForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Runs of Han characters, and words of letters and digits. Blanks between Han characters do not part a run:
 * names of two characters are often spread (张　三).
 */
function runs(text: string): string[] {
  const joined = normalizeForSearch(text).replaceAll(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '');
  return joined.match(/\p{sc=Han}+|[[\p{L}\p{N}]--\p{sc=Han}]+/gv) ?? [];
}

const isHan = (run: string) => /^\p{sc=Han}/u.test(run);

/**
 * Tokens to store. The last character of a run stands alone as well: it begins no pair, and a search for
 * one character looks for tokens that begin with it.
 */
export function indexTokens(text: string): string[] {
  return runs(text).flatMap((run) => {
    if (!isHan(run)) return [run];
    const characters = [...run];
    return characters.map((character, index) => character + (characters[index + 1] ?? ''));
  });
}

/** What a query asks for: each entry is a phrase of tokens; a lone character matches as a beginning. */
export type QueryPhrase = { tokens: string[]; isPrefix: boolean };

const longestQuery = 200;
const mostPhrases = 12;

/** Every run of the query is a phrase, and all phrases have to occur. Nothing else of the query has a meaning. */
export function queryPhrases(query: string): QueryPhrase[] {
  return [...query.matchAll(/\S+/gu)]
    .flatMap(([word]) => runs(word.slice(0, longestQuery)))
    .slice(0, mostPhrases)
    .map((run) => {
      const characters = [...run];
      if (!isHan(run)) return { tokens: [run], isPrefix: true };
      if (characters.length === 1) return { tokens: [run], isPrefix: true };
      return {
        tokens: characters.slice(0, -1).map((character, index) => character + characters[index + 1]),
        isPrefix: false,
      };
    });
}
