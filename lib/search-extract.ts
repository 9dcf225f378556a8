import { normalizeForSearch } from '@/lib/search-tokens';

/** A piece of text, marked or not. */
export type ExtractPart = { text: string; isMatch: boolean };

type Mapped = { normalized: string; starts: number[]; ends: number[] };

/** The text as the index knows it, without blanks, and where each of its units stands in the original. */
function mapText(text: string): Mapped {
  let normalized = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const units = normalizeForSearch(character).replaceAll(/\s/gu, '');
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    normalized += units;
    at += character.length;
  }
  return { normalized, starts, ends };
}

const compact = (text: string) => normalizeForSearch(text).replaceAll(/\s/gu, '');

/** The whole text with every occurrence of the words marked. */
export function markWords(text: string, words: string[]): ExtractPart[] {
  const { normalized, starts, ends } = mapText(text);
  const spans: [number, number][] = [];
  for (const word of words.map(compact).filter((one) => one !== '')) {
    for (let at = normalized.indexOf(word); at !== -1; at = normalized.indexOf(word, at + word.length)) {
      spans.push([starts[at]!, ends[at + word.length - 1]!]);
    }
  }
  spans.sort(([one], [other]) => one - other);
  const parts: ExtractPart[] = [];
  let done = 0;
  for (const [start, end] of spans) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) parts.push({ text: text.slice(done, from), isMatch: false });
    parts.push({ text: text.slice(from, end), isMatch: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMatch: false });
  return parts;
}

/**
 * The part of a text around the first occurrence of any of the words, about `length` characters, with the
 * words marked; its beginning when none occurs. Only the line with the hit is looked at closely, because a
 * body may have tens of thousands of characters.
 */
export function extractAround(lines: string[], words: string[], length = 90): ExtractPart[] {
  const wanted = words.map(compact).filter((word) => word !== '');
  const line = lines.find((one) => {
    const plain = compact(one);
    return wanted.some((word) => plain.includes(word));
  });
  if (line === undefined) return cut(lines.find((one) => one !== '') ?? '', 0, length, words);
  const { normalized, starts } = mapText(line);
  const hits = wanted.map((word) => normalized.indexOf(word)).filter((at) => at !== -1);
  const first = starts[Math.min(...hits)] ?? 0;
  return cut(line, startBefore(line, first, Math.floor(length / 3)), length, words);
}

/** An extract begins after a mark where one stands close enough before the hit, else where its room begins. */
function startBefore(line: string, hit: number, room: number): number {
  const from = Math.max(0, hit - room);
  if (from === 0) return 0;
  const before = line.slice(from, hit);
  const mark = before.search(/[，。；：！？、][^，。；：！？、]*$/u);
  return mark === -1 ? from : from + mark + 1;
}

function cut(line: string, from: number, length: number, words: string[]): ExtractPart[] {
  const isLow = (at: number) => /[\udc00-\udfff]/u.test(line[at] ?? '');
  const start = isLow(from) ? from + 1 : from;
  const end = isLow(start + length) ? start + length + 1 : start + length;
  const parts = markWords(line.slice(start, end), words);
  if (start > 0) parts.unshift({ text: '……', isMatch: false });
  if (end < line.length) parts.push({ text: '……', isMatch: false });
  return parts;
}
