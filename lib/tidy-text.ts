/*
 * The mechanical rules of Chinese typesetting that 一键排版 applies: marks in their full width where the
 * text is Chinese, dashes and ellipses of two cells, paired quotes, no typed gaps. Sources: GB/T 15834-2011
 * (marks), GB/T 15835-2011 (numbers), W3C clreq (gaps are drawn by style, not typed).
 */

/** A text in which each UTF-16 unit knows where it came from, so that a mark of a body stays on its letters. */
export type TrackedText = { text: string; owners: number[] };

/** Applies the rules until nothing changes any more; tidying twice is tidying once. */
export function tidyText(text: string): string {
  return tidyTracked({ text, owners: Array.from({ length: text.length }, () => 0) }).text.trim();
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

/** Addresses, mail boxes and file names keep every mark they have. */
const untouchable =
  /https?:\/\/[!-~]*[\w/=&#-]|www\.[\w-]+(?:\.[\w-]+)+(?:\/[!-~]*[\w/=&#-])?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+\.(?:jpe?g|png|gif|webp|docx?|xlsx?|pptx?|pdf|zip|txt|html?|mp[34])\b/giu;

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
  for (const found of text.matchAll(pattern)) {
    const { index } = found;
    const end = index + found[0].length;
    if (kept.some(([start, stop]) => index < stop! && end > start!)) continue;
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
  replace(tracked, /[０-９Ａ-Ｚａ-ｚ]/gu, ([letter]) =>
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

const brackets: Rule = (tracked) =>
  replace(tracked, /\(([^()（）\n]*)\)/gu, ({ 0: all, 1: inner = '', index }, text) =>
    /\p{sc=Han}/u.test(inner) || touchesChinese(text, index, index + all.length) ? `（${inner}）` : undefined,
  );

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
  replace(tracked, /[,;:!?]/gu, ({ 0: mark, index }, text) =>
    touchesChinese(text, index, index + 1) ? fullWidth[mark] : undefined,
  );

const fullStops: Rule = (tracked) => replace(tracked, /(?<=[\p{sc=Han}”’）》】])\.(?![\w.])/gu, () => '。');

/** Between Chinese, and between Chinese and letters or digits, the gap is drawn by style. */
const gaps: Rule = (tracked) =>
  replace(tracked, /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/gu, ({ 0: run, index }, text) => {
    const end = index + run.length;
    const left = index === 0 ? '' : characterEndingAt(text, index - 1);
    const right = end >= text.length ? '' : String.fromCodePoint(text.codePointAt(end)!);
    if (left === '' || right === '' || left === '\n' || right === '\n') return '';
    if (isSpreadName(text, index, end, run)) return run;
    if (isInCredit(text, index)) return ' ';
    return isChinese(left) || isChinese(right) ? '' : ' ';
  });

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
