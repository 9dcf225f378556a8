/** How the bytes of a page became text, and what was odd about it. */
export type DecodedPage = {
  text: string;
  encoding: string;
  /** The charset that the page declares, in lower case; empty where it declares none. */
  declared: string;
  doubts: string[];
};

const candidates = ['utf-8', 'gb18030', 'big5'] as const;
/** Enough to tell encodings apart; a page's navigation alone is a few thousand characters. */
const sampleSize = 128 * 1024;

/** Bytes beyond one for each character; GBK text of a few characters can be UTF-8 by chance. */
const leastProof = 60;

/** The most frequent characters of running Chinese text, simplified and traditional, and its marks. */
const common = new Set(
  '，。、：；！？“”《》的一是不了在人有我他这中大来上国个到说们为和地出要会以生年就也能对时于这為這個國來說們對時後發會從於與經過將兩長間開學現報記者新聞月日本市工作行动动发经过后将全部方面进行加高建设民政'
    .match(/./gu)
    ?.map((sign) => sign.charCodeAt(0)),
);

/**
 * The text of a page in GBK (GB18030), Big5, UTF-8 or UTF-16. A byte order mark decides; otherwise every
 * encoding is tried and the one whose text reads most like Chinese is taken, whatever the page declares: the
 * declared one wins only among equals. Never throws.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const marked = markOf(bytes);
  const declared = declaredCharset(bytes);
  if (marked !== undefined) {
    return { text: new TextDecoder(marked).decode(bytes), encoding: marked, declared, doubts: [] };
  }
  const named = encodingOf(declared);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) {
    return {
      text: utf8.replaceAll('\u0000', ''),
      encoding: 'utf-8',
      declared,
      doubts: wrong(declared, named, 'utf-8'),
    };
  }
  const sample = bytes.subarray(0, sampleSize);
  const scores = candidates.map((encoding) => ({
    encoding,
    score: readability(new TextDecoder(encoding).decode(sample)) + (encoding === named ? 0.01 : 0),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  const text = new TextDecoder(best.encoding).decode(bytes).replaceAll('\u0000', '');
  const damaged = (text.match(/\uFFFD/gu) ?? []).length;
  return {
    text,
    encoding: best.encoding,
    declared,
    doubts: [
      ...wrong(declared, named, best.encoding),
      ...(damaged > 0 ? [`有 ${damaged} 处字符已损坏，请核对正文`] : []),
    ],
  };
}

function wrong(declared: string, named: string | undefined, encoding: string): string[] {
  return named !== undefined && named !== encoding
    ? [`网页声明的编码是 ${declared}，实际按 ${encoding} 读取`]
    : [];
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function declaredCharset(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const found =
    /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start) ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/iu.exec(start);
  return found?.[1]?.toLowerCase() ?? '';
}

function encodingOf(declared: string): (typeof candidates)[number] | undefined {
  if (/^utf-?8$/u.test(declared)) return 'utf-8';
  if (/^(?:gb|x-gbk|cp936|ms936|euc-cn)/u.test(declared)) return 'gb18030';
  if (/^(?:big5|cp950|x-x-big5)/u.test(declared)) return 'big5';
  return undefined;
}

/**
 * How much text reads like Chinese, from below 0 (damaged) to about 1. Wrongly decoded text is full of
 * replacement marks, private characters and Chinese characters that nobody uses; about a third of a real
 * text is made of the common ones. Pure ASCII gives 0 in every encoding.
 */
function readability(text: string): number {
  let han = 0;
  let frequent = 0;
  let bad = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) bad += 1;
    else if (common.has(code)) frequent += 1;
    if (code >= 0x4e00 && code <= 0x9fff) han += 1;
    // Letters of scripts that no Chinese page is written in: bytes that were cut at the wrong places.
    else if (code >= 0x0370 && code < 0x2000) bad += 0.5;
  }
  const all = han + bad;
  return all === 0 ? 0 : (frequent * 2 - bad * 4) / all;
}

/** Text that is UTF-8 to its last byte, with enough beyond ASCII that it cannot be so by chance. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes.length - text.length > leastProof ? text : undefined;
  } catch {
    return undefined;
  }
}
