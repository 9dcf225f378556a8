/*
 * The mechanical rules of Chinese typesetting that 一键排版 applies: marks in their full width where the
 * text is Chinese, dashes and ellipses of two cells, paired quotes, no typed gaps. Sources: GB/T 15834-2011
 * (marks), GB/T 15835-2011 (numbers), W3C clreq (gaps are drawn by style, not typed).
 */

/** A text in which each UTF-16 unit knows where it came from, so that a mark of a body stays on its letters. */
export type TrackedText = { text: string; owners: number[] };

/** Applies the rules until nothing changes any more; tidying twice is tidying once. */
export function tidyText(text: string): string {
  // Before the rules as well: a rule may ask whether a mark stands at the end.
  const trimmed = text.trim();
  return tidyTracked({ text: trimmed, owners: Array.from({ length: trimmed.length }, () => 0) }).text.trim();
}

export function tidyTracked(tracked: TrackedText): TrackedText {
  let now = tracked;
  // One rule may make room for another. Each only shortens or settles; more than a few rounds never happen.
  for (let round = 0; round < 20; round += 1) {
    const next = rules.reduce((text, rule) => rule(text), now);
    if (next.text === now.text) return next;
    now = next;
  }
  return now;
}

type Rule = (tracked: TrackedText) => TrackedText;

const chinese = /[\p{sc=Han}，。、；：？！（）《》〈〉“”‘’【】「」『』…—]/u;
const blank = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

/**
 * Addresses, mail boxes and file names keep every mark they have. A name is looked for at the start of a run
 * only and no further than names go: with the runs free, 10 KB of letters took seconds and 100 KB never ended.
 */
const untouchable =
  /https?:\/\/[!-~]*[\w/=&#-]|www\.[\w-]+(?:\.[\w-]+)+(?:\/[!-~]*[\w/=&#-])?|(?<![\w.+-])[\w.+-]{1,100}@[\w-]+(?:\.[\w-]+)+|(?:(?<=[\p{sc=Han}\w])\([^()\n]{1,40}\)|(?<![\w-])[\w-]{1,200})\.(?:jpe?g|png|gif|webp|docx?|xlsx?|pptx?|pdf|zip|txt|html?|mp[34])\b/giu;

/** Replaces what the pattern finds; `undefined` leaves it as it is. */
function replace(
  { text, owners }: TrackedText,
  pattern: RegExp,
  decide: (found: RegExpExecArray, text: string) => string | undefined,
): TrackedText {
  const kept = [...text.matchAll(untouchable)].map(({ index, 0: { length } }) => [index, index + length]);
  let done = '';
  const doneOwners: number[] = [];
  let from = 0;
  let nextKept = 0;
  for (const found of text.matchAll(pattern)) {
    const { index } = found;
    const end = index + found[0].length;
    // Both come in order: what ended before this will not be met again.
    while ((kept[nextKept]?.[1] ?? Infinity) <= index) nextKept += 1;
    if ((kept[nextKept]?.[0] ?? Infinity) < end) continue;
    const replacement = decide(found, text);
    if (replacement === undefined || replacement === found[0]) continue;
    done += text.slice(from, index) + replacement;
    // A loop: the arguments of a call are limited, and a text is long.
    for (let at = from; at < index; at += 1) doneOwners.push(owners[at]!);
    for (let at = 0; at < replacement.length; at += 1) {
      doneOwners.push(owners[Math.min(index + at, end - 1)]!);
    }
    from = end;
  }
  if (from === 0) return { text, owners };
  done += text.slice(from);
  for (let at = from; at < owners.length; at += 1) doneOwners.push(owners[at]!);
  return { text: done, owners: doneOwners };
}

/** The nearest character that is no blank, before or behind; empty at the edge and at a line break. */
function before(text: string, index: number): string {
  let at = index - 1;
  while (at >= 0 && blank.test(text[at]!)) at -= 1;
  return at < 0 ? '' : characterEndingAt(text, at);
}

function behind(text: string, index: number): string {
  let at = index;
  while (at < text.length && blank.test(text[at]!)) at += 1;
  return at >= text.length ? '' : String.fromCodePoint(text.codePointAt(at)!);
}

function characterEndingAt(text: string, at: number): string {
  const isLow = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  return isLow && at > 0 ? text.slice(at - 1, at + 1) : text[at]!;
}

const isChinese = (character: string) => character !== '' && chinese.test(character);
const touchesChinese = (text: string, start: number, end: number) =>
  isChinese(before(text, start)) || isChinese(behind(text, end));

/** １２Ａ → 12A. */
const halfWidthLetters: Rule = (tracked) =>
  replace(tracked, /[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])．(?=[0-9０-９])/gu, ([letter]) =>
    String.fromCodePoint(letter.codePointAt(0)! - 0xfee0),
  );

const withoutInvisible: Rule = (tracked) => replace(tracked, /[\u200b\u200c\u2060\ufeff]+/gu, () => '');

const ellipses: Rule = (tracked) =>
  replace(tracked, /\.{3,}|。{2,}|…+|．{3,}/gu, ({ 0: run, index }, text) =>
    run.startsWith('。') || touchesChinese(text, index, index + run.length) ? '……' : undefined,
  );

const dashes: Rule = (tracked) =>
  replace(tracked, /-{2,}|—+|－{2,}|─{2,}/gu, ({ 0: run, index }, text) => {
    const end = index + run.length;
    const isRange = /\d/u.test(before(text, index)) && /\d/u.test(behind(text, end));
    return !isRange && touchesChinese(text, index, end) ? '——' : undefined;
  });

/** A pair is one in width: both become full-width if either is, if Chinese stands inside or at either side. */
const brackets: Rule = (tracked) => {
  const wide = wideBrackets(tracked.text);
  return replace(tracked, /[()]/gu, ({ 0: bracket, index }) =>
    wide.has(index) ? (bracket === '(' ? '（' : '）') : undefined,
  );
};

function wideBrackets(text: string): Set<number> {
  const wide = new Set<number>();
  const open: { at: number; hasChinese: boolean }[] = [];
  for (const { 0: found, index } of text.matchAll(/[()（）\n]|\p{sc=Han}/gu)) {
    const innermost = open.at(-1);
    if (found === '\n') open.length = 0;
    else if (found === '(' || found === '（') open.push({ at: index, hasChinese: false });
    else if (found === ')' || found === '）') {
      const pair = open.pop();
      if (pair === undefined) continue;
      const isWide =
        pair.hasChinese ||
        found === '）' ||
        text[pair.at] === '（' ||
        touchesChinese(text, pair.at, index + 1);
      if (isWide) wide.add(pair.at).add(index);
      const around = open.at(-1);
      if (around !== undefined && pair.hasChinese) around.hasChinese = true;
    } else if (innermost !== undefined) innermost.hasChinese = true;
  }
  return wide;
}

const doubleQuotes: Rule = (tracked) =>
  replace(tracked, /"([^"\n]*)"/gu, ({ 0: all, 1: inner = '', index }, text) =>
    /\p{sc=Han}/u.test(inner) || touchesChinese(text, index, index + all.length) ? `“${inner}”` : undefined,
  );

/** An apostrophe stands behind a letter; a quote does not open there. */
const singleQuotes: Rule = (tracked) =>
  replace(
    tracked,
    /(?<![\p{L}\p{N}])'([^'\n]*)'(?!\p{sc=Latn})|(?<=\p{sc=Han})'([^'\n]*)'/gu,
    (found, text) => {
      const inner = found[1] ?? found[2] ?? '';
      const end = found.index + found[0].length;
      return /\p{sc=Han}/u.test(inner) || touchesChinese(text, found.index, end) ? `‘${inner}’` : undefined;
    },
  );

const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** 3:2, 15:40 and 1,000 stand between digits; a mark of an English sentence has no Chinese neighbour. */
const marks: Rule = (tracked) =>
  // Marks in a row are judged together: one a round, twenty rounds were not enough for forty.
  replace(tracked, /[,;:!?](?:[ \t\u00a0\u3000]*[,;:!?])*/gu, ({ 0: run, index }, text) => {
    const end = index + run.length;
    if (!touchesChinese(text, index, end) && !endsChinese(text, index, end)) return undefined;
    return run.replaceAll(/[,;:!?]/gu, (mark) => fullWidth[mark]!);
  });

/** How far back a line is looked at: the words of a name or a number, no more. */
const reach = 60;

/**
 * 他加入了WTO. and 增长3.14%.: the mark that ends a line behind one word or number in Chinese text. Two words are
 * a phrase of another language and keep their mark, and so do U.S. and Inc.
 */
function endsChinese(text: string, index: number, end: number): boolean {
  // The blanks at a line's end go in any case: the mark stands at the end already.
  if (!/^[\n\r\u2028\u2029]?$/u.test(behind(text, end))) return false;
  const word = /[\p{sc=Han}，。、；：？！（《“][ \u00a0]?([\w%.,/℃+-]*[\w%℃])$/u.exec(
    text.slice(Math.max(0, index - reach), index),
  )?.[1];
  const near = text.slice(Math.max(0, index - reach), index);
  if (word === undefined || !/\p{sc=Han}/u.test(near)) return false;
  return !/^(?:(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]|Inc|Co|Ltd|Corp|No|Mr|Mrs|Ms|Dr|Jr|etc|vs)$/u.test(word);
}

const fullStops: Rule = (tracked) =>
  replace(tracked, /(?<![.])\.(?![\w.])/gu, ({ index }, text) =>
    /[\p{sc=Han}”’）》】]$/u.test(text.slice(Math.max(0, index - 2), index)) ||
    endsChinese(text, index, index + 1)
      ? '。'
      : undefined,
  );

/** Between Chinese, and between Chinese and letters or digits, the gap is drawn by style. */
const gaps: Rule = (tracked) =>
  replace(tracked, /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gu, ({ 0: run, index }, text) => {
    const end = index + run.length;
    const left = index === 0 ? '' : characterEndingAt(text, index - 1);
    const right = end >= text.length ? '' : String.fromCodePoint(text.codePointAt(end)!);
    if (left === '' || right === '' || left === '\n' || right === '\n') return '';
    if (isSpreadName(text, index, end, run)) return run;
    if (isInCredit(text, index)) return ' ';
    return isGapInChinese(text, index, end) ? '' : ' ';
  });

/** Quotes, dashes and ellipses are also English: what stands beyond them says which they are here. */
function isGapInChinese(text: string, start: number, end: number): boolean {
  const shared = /[“”‘’…—]/u;
  let left = start - 1;
  while (left > 0 && shared.test(text[left]!)) left -= 1;
  let right = end;
  while (right < text.length - 1 && shared.test(text[right]!)) right += 1;
  const first = characterEndingAt(text, left);
  const last = String.fromCodePoint(text.codePointAt(right)!);
  const isLatin = (character: string) => /[\p{sc=Latn}\p{N}]/u.test(character);
  if (isLatin(first) && isLatin(last)) return false;
  return isChinese(characterEndingAt(text, start - 1)) || isChinese(text[end]!) || isChinese(last);
}

const longestCredit = 60;
const creditWords =
  /^[（(【]?(?:本报|本网|全媒体)?(?:记者|通讯员|见习记者|作者|编辑|责编|责任编辑|校对|摄影|文图|图文|供图)[\s:：|｜丨]|[\s](?:摄|文|图|供图|摄影)[）)】]?$/u;

/** （记者 胡小满 庄书白）, 贺长空 摄: in a short line of credits blanks part people. */
function isInCredit(text: string, index: number): boolean {
  // Only as far as a line of credits reaches: a paragraph may have thousands of characters and of blanks.
  const before = text
    .slice(Math.max(0, index - longestCredit), index)
    .split('\n')
    .at(-1)!;
  const behind = text.slice(index, index + longestCredit).split('\n', 1)[0]!;
  const line = before + behind;
  const isWhole = before.length < longestCredit && line.length <= longestCredit;
  return isWhole && !/[，。！？；]/u.test(line) && creditWords.test(line.trim());
}

/** 张　三: a name of two characters spread to the width of three, by exactly one full-width blank. */
function isSpreadName(text: string, start: number, end: number, run: string): boolean {
  if (run !== '\u3000') return false;
  const around = /(?<!\p{sc=Han})\p{sc=Han}\u3000\p{sc=Han}(?!\p{sc=Han})/u;
  return around.test(text.slice(Math.max(0, start - 4), end + 4));
}

const rules: Rule[] = [
  withoutInvisible,
  halfWidthLetters,
  ellipses,
  dashes,
  brackets,
  doubleQuotes,
  singleQuotes,
  marks,
  fullStops,
  gaps,
];
