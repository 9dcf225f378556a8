import { simplify } from '@/lib/simplified-characters';

/**
 * The words of a text as the search index knows them: pairs of neighbouring characters. SQLite's own
 * tokenizers find nothing for words of two characters, and the second engine would cut text differently; so
 * both are given these tokens. Letters and digits are cut in pairs like Han characters: whatever stands in a
 * text, from one character up, is found literally (G20, 3天, the 20 in G20, and 996 in 1996).
 */

/** One spelling for full and half width, upper and lower case, traditional and simplified. */
export function normalizeForSearch(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase());
}

/** Blanks part nothing: names are spread (张　三), and brands are written with and without them. */
function runs(text: string): string[] {
  return (
    normalizeForSearch(text)
      .replaceAll(/\s+/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/**
 * Tokens to store, parted by blanks. The last character of a run stands alone: it begins no pair, and a search
 * for one character looks for tokens that begin with it.
 */
export function indexText(text: string): string {
  let tokens = '';
  // One long string instead of a list of pairs: half the time of indexing an article.
  for (const run of runs(text)) {
    let before = '';
    for (const character of run) {
      if (before !== '') tokens += `${before}${character} `;
      before = character;
    }
    tokens += `${before} `;
  }
  return tokens.trimEnd();
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text, by the dictionary of ICU; marks and blanks are none. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(normalizeForSearch(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/**
 * The pairs at which a word begins. 湖南阳光 holds the pair 南阳, but no word begins there: a search for the
 * city puts that headline last. Intl.Segmenter is right for 22 of the 25 traps of the shared corpus and cuts
 * 80,000 headlines a second; a native segmenter would be one more binary to ship.
 */
export function wordStartTokens(text: string): string[] {
  const normalized = normalizeForSearch(text);
  return [...segmenter.segment(normalized)].flatMap(({ index, isWordLike }) => {
    if (isWordLike !== true) return [];
    const [first = '', second = ''] = normalized.slice(index, index + 4).replaceAll(/\s/gu, '');
    return [/[\p{L}\p{N}\p{M}]/u.test(second) ? first + second : first];
  });
}

/** A run of characters that has to occur as it is; a lone character matches as the beginning of a pair. */
export type QueryPhrase = {
  tokens: string[];
  isPrefix: boolean;
  /** The sections that are called so (features/search/read-search-query.ts). */
  sectionIds?: number[];
};

const longestPhrase = 100;

/** The phrases of one word of a query: usually one, more where marks part it. */
export function phrasesOf(word: string): QueryPhrase[] {
  return runs(word.slice(0, longestPhrase)).map((run) => {
    const characters = [...run];
    if (characters.length === 1) return { tokens: [run], isPrefix: true };
    return { tokens: pairs(run).slice(0, -1), isPrefix: false };
  });
}
