/*
 * Line breaking of Chinese headlines. Imports nothing: the drawing process runs this file as it stands
 * (draw-process.ts), and the tests run it without fonts.
 */

/** 避头: what may not begin a line. */
const neverFirst = /^[、。，．：；？！”’）〕］｝〉》」』】〗…—～·‧％‰℃℉°%,.:;?!)\]}]/u;
/** 避尾: what may not end a line. */
const neverLast = /[“‘（〔［｛〈《「『【〖([{￥$＄£#＃]$/u;

/** Runs of Latin letters and digits stay whole; so do the two halves of —— and ……; a blank is a place to break. */
const pieces = /[\p{sc=Latn}\p{N}]+(?:[.'’\-/:+&@_][\p{sc=Latn}\p{N}]+)*|——|……|\s+|./gsu;

/**
 * At most `mostLines` lines no wider than `width` by `measure`, as even as the number of lines allows. No
 * closing mark begins a line and no opening one ends it. What does not fit ends in an ellipsis.
 */
export function breakLines(
  text: string,
  { width, mostLines, measure }: { width: number; mostLines: number; measure: (text: string) => number },
): string[] {
  const chunks = unbreakable(text).flatMap((chunk) => split(chunk, width, measure));
  const widest = fill(chunks, width, measure);
  if (widest.length > mostLines) return shorten(widest, { width, mostLines, measure });
  if (widest.length < 2) return widest;
  // The narrowest measure that needs no further line makes them even.
  let [low, high] = [width / 2, width];
  for (let step = 0; step < 10; step += 1) {
    const middle = (low + high) / 2;
    if (fill(chunks, middle, measure).length <= widest.length) high = middle;
    else low = middle;
  }
  return fill(chunks, high, measure);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer words are rare, and names of institutions in one piece would leave lines half empty. */
const longestWord = 4;

/** Words stay whole: 两 at the end of a line and 岸 at the begin of the next is hard to read at a glance. */
function words(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) =>
    /^\p{sc=Han}+$/u.test(segment) && [...segment].length <= longestWord
      ? [segment]
      : [...segment.matchAll(pieces)].map(([piece]) => piece),
  );
}

/** Pieces between which a line may end. */
function unbreakable(text: string): string[] {
  const chunks: string[] = [];
  // Runs of Latin letters, digits and dashes first: the segmenter parts 5.6% and ——.
  const runs = text.trim().split(/((?:[\p{sc=Latn}\p{N}]|[.'’\-/:+&@_](?=[\p{sc=Latn}\p{N}]))+|——|……)/u);
  for (const piece of runs.flatMap((run, index) => (index % 2 === 1 ? [run] : words(run)))) {
    const before = chunks.at(-1);
    const isBound = before !== undefined && (neverFirst.test(piece) || neverLast.test(before));
    if (isBound) chunks[chunks.length - 1] = before + piece;
    else chunks.push(/^\s+$/u.test(piece) ? ' ' : piece);
  }
  return chunks;
}

/** A chunk that is wider than a line has to be broken somewhere: an address, or a hundred exclamation marks. */
function split(chunk: string, width: number, measure: (text: string) => number): string[] {
  if (measure(chunk) <= width) return [chunk];
  const parts: string[] = [];
  let part = '';
  for (const character of chunk) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function fill(chunks: string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const chunk of chunks) {
    if (line.trim() !== '' && measure((line + chunk).trim()) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += chunk;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

function shorten(
  lines: string[],
  { width, mostLines, measure }: { width: number; mostLines: number; measure: (text: string) => number },
): string[] {
  const kept = lines.slice(0, mostLines);
  let last = [...kept.at(-1)!];
  while (last.length > 1 && (measure(`${last.join('')}…`) > width || neverLast.test(last.join('')))) {
    last = last.slice(0, -1);
  }
  // A comma before the ellipsis says the same twice.
  const end = last.join('').replace(/[，、；：。…—\s]+$/u, '');
  return [...kept.slice(0, -1), `${end}…`];
}
