import type { StyleSkip } from '@/lib/style-rule';

type Region = readonly [from: number, to: number];

/**
 * The parts of one text that rules may leave alone. Found once per text and only when a finding asks: most
 * texts have no finding.
 */
export class StyleRegions {
  readonly #text: string;
  readonly #known = new Map<StyleSkip, Region[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether everything between the two places lies in a part of this kind. */
  covers(skip: StyleSkip, from: number, to: number): boolean {
    const regions = this.#known.get(skip) ?? find[skip](this.#text);
    this.#known.set(skip, regions);
    return regions.some(([start, end]) => start <= from && to <= end);
  }
}

const find: Record<StyleSkip, (text: string) => Region[]> = {
  address: (text) => spans(text, address),
  latin: (text) => spans(text, latin),
  bookTitle: bookTitles,
};

// Web and mail addresses as newspapers print them: with a scheme, with www., or as name.name of Latin letters.
const address =
  /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|[\w-]{1,64}(?:\.[\w-]{1,64}){0,5}\.[a-z]{2,12}(?![\w])(?:\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*)?/giu;

/** From a Latin letter to the last letter or digit before anything that is not ASCII: words, names, sentences. */
const latin = /[A-Za-z](?:[ -~]*[A-Za-z\d])?/gu;

function spans(text: string, pattern: RegExp): Region[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function bookTitles(text: string): Region[] {
  const regions: Region[] = [];
  const opened: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '《') opened.push(at);
    else if (text[at] === '》') {
      const start = opened.pop();
      if (start !== undefined) regions.push([start, at + 1]);
    }
  }
  return regions;
}
