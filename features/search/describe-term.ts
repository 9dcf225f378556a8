import { pinyin } from 'pinyin-pro';

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
